-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_e0a05729704cd7c2345ef93b AS
WITH "first" AS MATERIALIZED (
  SELECT
    "input"."id"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
  ORDER BY sha256(('goldens' || ':' || CAST("input"."id" AS VARCHAR))) NULLS LAST, "input"."id" NULLS LAST
  LIMIT 3
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
CREATE TABLE work.w_f5baeae339f9983cd6eae885 AS
SELECT
  "input"."id"
FROM "work"."w_e0a05729704cd7c2345ef93b" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_e694ed4c320c13f9eedcc829 AS
SELECT
  "input"."id"
FROM "work"."w_e0a05729704cd7c2345ef93b" AS "input"
WHERE NOT ("input"."sampled");
