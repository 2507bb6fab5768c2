-- x out
CREATE TABLE work.w_1f703d91ef6d81b2581afb5a AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) = strip_accents(lower('XX'));

-- s judged
CREATE TABLE work.w_4100d2ca75ec718108b2b75c AS
WITH "first" AS MATERIALIZED (
  SELECT
    "input"."id"
  FROM "work"."w_1f703d91ef6d81b2581afb5a" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
  ORDER BY "t1"."score" NULLS LAST, "input"."id" NULLS LAST
  LIMIT ((((
    SELECT
      count(*) AS "n"
    FROM "work"."w_1f703d91ef6d81b2581afb5a" AS "counted"
  ) * 50) + 50) // 100)
)
SELECT
  "input"."id",
  ("input"."id" IN (
  SELECT
    "first"."id" AS "tie_1"
  FROM "first" AS "first"
)) IS TRUE AS "sampled"
FROM "work"."w_1f703d91ef6d81b2581afb5a" AS "input";

-- s out
CREATE TABLE work.w_2f9209705c41708154374741 AS
SELECT
  "input"."id"
FROM "work"."w_4100d2ca75ec718108b2b75c" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_542e752cd9daf32b913d8cc2 AS
SELECT
  "input"."id"
FROM "work"."w_4100d2ca75ec718108b2b75c" AS "input"
WHERE NOT ("input"."sampled");
