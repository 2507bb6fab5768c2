-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_d7d4c3cd334bde568cb07c80 AS
WITH "first" AS MATERIALIZED (
  SELECT
    "input"."id"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
  ORDER BY sha256(('goldens' || ':' || CAST("input"."id" AS VARCHAR))) NULLS LAST, "input"."id" NULLS LAST
  LIMIT 99
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
CREATE TABLE work.w_81d336480e0fd9b28bb26113 AS
SELECT
  "input"."id"
FROM "work"."w_d7d4c3cd334bde568cb07c80" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_c3a6aabf0a885913bff46d0a AS
SELECT
  "input"."id"
FROM "work"."w_d7d4c3cd334bde568cb07c80" AS "input"
WHERE NOT ("input"."sampled");
