-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s vip
CREATE TABLE work.w_80b7ee911a593d1e2c4c9260 AS
SELECT
  "input"."id"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
WHERE "t1"."vip";

-- s south
CREATE TABLE work.w_c2baf437d6cf41756336e605 AS
SELECT
  "input"."id"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t2" ON "t2"."id" = "input"."id"
WHERE strip_accents(lower("t2"."country")) IN (strip_accents(lower('ES')), strip_accents(lower('FR')));

-- s complement
CREATE TABLE work.w_5d155df4708a99d139ebaaa0 AS
SELECT
  "input"."id"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_80b7ee911a593d1e2c4c9260" AS "passed"
  WHERE "passed"."id" = "input"."id"
)) AND NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_c2baf437d6cf41756336e605" AS "passed"
  WHERE "passed"."id" = "input"."id"
));
