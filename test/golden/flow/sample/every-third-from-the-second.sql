-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_29dab357eb421138a00698f4 AS
SELECT
  "ranked"."id",
  ("ranked"."rank" >= 2 AND (("ranked"."rank" - 2) % 3) = 0) AS "sampled"
FROM (
  SELECT
    "input"."id",
    row_number() OVER (ORDER BY "t1"."score" NULLS LAST, "input"."id" NULLS LAST) AS "rank"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
) AS "ranked";

-- s out
CREATE TABLE work.w_9371e00ed659c10d6ce1d07f AS
SELECT
  "input"."id"
FROM "work"."w_29dab357eb421138a00698f4" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_176afed45f7abf8f0d22ea4a AS
SELECT
  "input"."id"
FROM "work"."w_29dab357eb421138a00698f4" AS "input"
WHERE NOT ("input"."sampled");
