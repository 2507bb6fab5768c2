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

-- s judged
CREATE TABLE work.w_e40a2d2e2c27268ecafa23ad AS
SELECT
  "input"."id",
  "input"."Segment_Code",
  TRUE AS "takes_1",
  "t1"."id" AS "order_1_1",
  TRUE AS "takes_2"
FROM "work"."w_fdf9c1475aea14fd30dd26fa" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- s first_1
CREATE TABLE work.w_64c5164a5aee522d0d624f6b AS
SELECT
  "row"."id"
FROM "work"."w_e40a2d2e2c27268ecafa23ad" AS "row"
WHERE "row"."takes_1"
ORDER BY "row"."order_1_1" NULLS LAST, "row"."id" NULLS LAST
LIMIT 3;

-- s assigned
CREATE TABLE work.w_47a14b2f425b9a8159b3a9b6 AS
SELECT
  "row"."id",
  "row"."Segment_Code",
  CASE WHEN ("row"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_64c5164a5aee522d0d624f6b" AS "among"
)) IS TRUE THEN 1 WHEN "row"."takes_2" THEN 2 END AS "subset"
FROM "work"."w_e40a2d2e2c27268ecafa23ad" AS "row";

-- s few
CREATE TABLE work.w_e8c0b85769dfa9fc65a4ee38 AS
SELECT
  "input"."id",
  'F' AS "segment_code"
FROM "work"."w_47a14b2f425b9a8159b3a9b6" AS "input"
WHERE "input"."subset" = 1;

-- s rest
CREATE TABLE work.w_92cdf1ce79fdd610624f7182 AS
SELECT
  "input"."id",
  CAST(NULL AS VARCHAR) AS "segment_code"
FROM "work"."w_47a14b2f425b9a8159b3a9b6" AS "input"
WHERE "input"."subset" = 2;

-- s complement
CREATE TABLE work.w_720d7ebd768dfd3a8a29038c AS
SELECT
  "input"."id",
  "input"."Segment_Code"
FROM "work"."w_47a14b2f425b9a8159b3a9b6" AS "input"
WHERE "input"."subset" IS NULL;
