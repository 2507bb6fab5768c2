-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_9309cb8e338abb2c2a46adcc AS
WITH "first" AS MATERIALIZED (
  SELECT
    "input"."id"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
  ORDER BY "t1"."score" DESC NULLS LAST, "input"."id" NULLS LAST
  LIMIT 4
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
CREATE TABLE work.w_909f1fd0c7e552faa0387bdb AS
SELECT
  "input"."id"
FROM "work"."w_9309cb8e338abb2c2a46adcc" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_b3e234dbf7d50217fbedbde6 AS
SELECT
  "input"."id"
FROM "work"."w_9309cb8e338abb2c2a46adcc" AS "input"
WHERE NOT ("input"."sampled");
