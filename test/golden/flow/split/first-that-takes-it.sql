-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s vip
CREATE TABLE work.w_af904bdd77d73e5e88a9ec55 AS
SELECT
  "input"."id",
  'V' AS "segment_code"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
WHERE "t1"."vip";

-- s left-1
CREATE TABLE work.w_39057cabe867b99b34d26aea AS
SELECT
  "input"."id"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_af904bdd77d73e5e88a9ec55" AS "passed"
  WHERE "passed"."id" = "input"."id"
));

-- s south
CREATE TABLE work.w_e4518b65d9c7efeab600ea19 AS
SELECT
  "input"."id",
  'S' AS "segment_code"
FROM "work"."w_39057cabe867b99b34d26aea" AS "input"
JOIN "main"."customers" AS "t2" ON "t2"."id" = "input"."id"
WHERE strip_accents(lower("t2"."country")) IN (strip_accents(lower('ES')), strip_accents(lower('FR')));

-- s left-2
CREATE TABLE work.w_703b7252fb6b0a367e492240 AS
SELECT
  "input"."id"
FROM "work"."w_39057cabe867b99b34d26aea" AS "input"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_e4518b65d9c7efeab600ea19" AS "passed"
  WHERE "passed"."id" = "input"."id"
));
