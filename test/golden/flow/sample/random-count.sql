-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_08ac62e4322e2f9d33e9c116 AS
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
    "among"."id" AS "tie_1"
  FROM "first" AS "among"
)) IS TRUE AS "sampled"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input";

-- s out
CREATE TABLE work.w_17c8866e706d61e0f7400e70 AS
SELECT
  "input"."id"
FROM "work"."w_08ac62e4322e2f9d33e9c116" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_c1ee3f688ea56a5455d64b15 AS
SELECT
  "input"."id"
FROM "work"."w_08ac62e4322e2f9d33e9c116" AS "input"
WHERE NOT ("input"."sampled");
