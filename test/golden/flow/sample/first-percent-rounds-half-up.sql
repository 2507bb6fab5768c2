-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_783b5d9ee02a08f8802ed4c6 AS
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
    "among"."id" AS "tie_1"
  FROM "first" AS "among"
)) IS TRUE AS "sampled"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input";

-- s out
CREATE TABLE work.w_d86abe22a56051297235f5a3 AS
SELECT
  "input"."id"
FROM "work"."w_783b5d9ee02a08f8802ed4c6" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_1beff1cd6d50e07ae83b6e42 AS
SELECT
  "input"."id"
FROM "work"."w_783b5d9ee02a08f8802ed4c6" AS "input"
WHERE NOT ("input"."sampled");
