-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- e out
CREATE TABLE work.w_fdf9c1475aea14fd30dd26fa AS
SELECT
  "input"."id",
  "t1"."first_name" AS "Segment_Code"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- s assigned
CREATE TABLE work.w_07626e79d0de36498f8a4be8 AS
WITH "candidates" AS MATERIALIZED (
  SELECT
    "input"."id",
    "input"."Segment_Code",
    TRUE AS "takes_1",
    "t1"."id" AS "order_1_1",
    TRUE AS "takes_2"
  FROM "work"."w_fdf9c1475aea14fd30dd26fa" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
),
"first_1" AS MATERIALIZED (
  SELECT
    "row"."id"
  FROM "candidates" AS "row"
  WHERE "row"."takes_1"
  ORDER BY "row"."order_1_1" NULLS LAST, "row"."id" NULLS LAST
  LIMIT 3
)
SELECT
  "row"."id",
  "row"."Segment_Code",
  CASE WHEN ("row"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "first_1" AS "among"
)) IS TRUE THEN 1 WHEN "row"."takes_2" THEN 2 END AS "subset"
FROM "candidates" AS "row";

-- s few
CREATE TABLE work.w_41656c21c55364ec1ad7d6cc AS
SELECT
  "input"."id",
  'F' AS "segment_code"
FROM "work"."w_07626e79d0de36498f8a4be8" AS "input"
WHERE "input"."subset" = 1;

-- s rest
CREATE TABLE work.w_309a6acfe83f90923782d1b1 AS
SELECT
  "input"."id",
  CAST(NULL AS VARCHAR) AS "segment_code"
FROM "work"."w_07626e79d0de36498f8a4be8" AS "input"
WHERE "input"."subset" = 2;

-- s complement
CREATE TABLE work.w_351709cdc6e0f5712db4258b AS
SELECT
  "input"."id",
  "input"."Segment_Code"
FROM "work"."w_07626e79d0de36498f8a4be8" AS "input"
WHERE "input"."subset" IS NULL;
