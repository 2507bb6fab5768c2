-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_221aa040c22a272a6bd521aa AS
WITH "first" AS MATERIALIZED (
  SELECT
    "input"."id"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
  ORDER BY "input"."id" NULLS LAST
  LIMIT ((((
    SELECT
      count(*) AS "n"
    FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "counted"
  ) * 14999999) + 50000000) // 100000000)
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
CREATE TABLE work.w_f55f3708ae7323d506bfc40a AS
SELECT
  "input"."id"
FROM "work"."w_221aa040c22a272a6bd521aa" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_8d375102eb0871e5457197b2 AS
SELECT
  "input"."id"
FROM "work"."w_221aa040c22a272a6bd521aa" AS "input"
WHERE NOT ("input"."sampled");
