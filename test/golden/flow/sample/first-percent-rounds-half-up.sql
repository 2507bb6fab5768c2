-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_10063664da89ab00b13296f5 AS
WITH "first" AS MATERIALIZED (
  SELECT
    "input"."id"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
  ORDER BY "t1"."score" NULLS LAST, "input"."id" NULLS LAST
  LIMIT ((((
    SELECT
      count(*) AS "n"
    FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "counted"
  ) * 25) + 50) // 100)
)
SELECT
  "input"."id",
  ("input"."id" IN (
  SELECT
    "first"."id" AS "tie_1"
  FROM "first" AS "first"
)) IS TRUE AS "sampled"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input";

-- s out
CREATE TABLE work.w_4befc959f815fca5302a9598 AS
SELECT
  "input"."id"
FROM "work"."w_10063664da89ab00b13296f5" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_c8edeec09ede7a06405a6410 AS
SELECT
  "input"."id"
FROM "work"."w_10063664da89ab00b13296f5" AS "input"
WHERE NOT ("input"."sampled");
