-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_a83738acfb09c469283081ef AS
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
    "first"."id" AS "tie_1"
  FROM "first" AS "first"
)) IS TRUE AS "sampled"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input";

-- s out
CREATE TABLE work.w_ea95592da91817032da12da4 AS
SELECT
  "input"."id"
FROM "work"."w_a83738acfb09c469283081ef" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_76f477ddea437af37ad22258 AS
SELECT
  "input"."id"
FROM "work"."w_a83738acfb09c469283081ef" AS "input"
WHERE NOT ("input"."sampled");
