-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_d9bf072e6fbcc987b85eae26 AS
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
    "among"."id" AS "tie_1"
  FROM "first" AS "among"
)) IS TRUE AS "sampled"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input";

-- s out
CREATE TABLE work.w_791599bb6deb357c6dd8b077 AS
SELECT
  "input"."id"
FROM "work"."w_d9bf072e6fbcc987b85eae26" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_962d6c00bc6bcc464f338e60 AS
SELECT
  "input"."id"
FROM "work"."w_d9bf072e6fbcc987b85eae26" AS "input"
WHERE NOT ("input"."sampled");
