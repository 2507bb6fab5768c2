-- vips out
CREATE TABLE work.w_8b81f15f409e7fa35f242deb AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."vip";

-- vips complement
CREATE TABLE work.w_76a355df63b59c950186757b AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_8b81f15f409e7fa35f242deb" AS "passed"
  WHERE "passed"."id" = "row"."id"
));

-- french out
CREATE TABLE work.w_f2e2546e3d4cb0cb90c97fde AS
SELECT
  "input"."id"
FROM "work"."w_76a355df63b59c950186757b" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
WHERE strip_accents(lower("t1"."country")) = strip_accents(lower('FR'));

-- french complement
CREATE TABLE work.w_968ed804f2afc310c36a2818 AS
SELECT
  "input"."id"
FROM "work"."w_76a355df63b59c950186757b" AS "input"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_f2e2546e3d4cb0cb90c97fde" AS "passed"
  WHERE "passed"."id" = "input"."id"
));
