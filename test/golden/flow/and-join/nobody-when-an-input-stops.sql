-- fr out
CREATE TABLE work.w_314c7bd1443941a23ed77f22 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) IN (strip_accents(lower('FR')));

-- mars out
CREATE TABLE work.w_2ec3459a1ec82c77186fc0cd AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) IN (strip_accents(lower('XX')));

-- split assigned
CREATE TABLE work.w_14aeeef28041d448b84b108b AS
WITH "candidates" AS MATERIALIZED (
  SELECT
    "input"."id",
    TRUE AS "takes_1",
    sha256(('goldensplit' || ':' || CAST("input"."id" AS VARCHAR))) AS "order_1_1",
    TRUE AS "takes_2"
  FROM "work"."w_314c7bd1443941a23ed77f22" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
),
"first_1" AS MATERIALIZED (
  SELECT
    "row"."id"
  FROM "candidates" AS "row"
  WHERE "row"."takes_1"
  ORDER BY "row"."order_1_1" NULLS LAST, "row"."id" NULLS LAST
  LIMIT 0
)
SELECT
  "row"."id",
  CASE WHEN ("row"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "first_1" AS "among"
)) IS TRUE THEN 1 WHEN "row"."takes_2" THEN 2 END AS "subset"
FROM "candidates" AS "row";

-- split none
CREATE TABLE work.w_27564dc3604ae2d692077167 AS
SELECT
  "input"."id"
FROM "work"."w_14aeeef28041d448b84b108b" AS "input"
WHERE "input"."subset" = 1;

-- split rest
CREATE TABLE work.w_e36124a2ca0736e198c82d05 AS
SELECT
  "input"."id"
FROM "work"."w_14aeeef28041d448b84b108b" AS "input"
WHERE "input"."subset" = 2;

-- j out
CREATE TABLE work.w_fc0f0f9b319b63e2c5593bc6 AS
SELECT
  "input"."id"
FROM "work"."w_314c7bd1443941a23ed77f22" AS "input"
WHERE (
  SELECT
    count(*) AS "n"
  FROM "work"."w_2ec3459a1ec82c77186fc0cd" AS "counted"
) > 0;

-- both out
CREATE TABLE work.w_258d1ccf732b607cef2e846f AS
SELECT
  "input"."id"
FROM "work"."w_27564dc3604ae2d692077167" AS "input"
UNION ALL
SELECT
  "input"."id"
FROM "work"."w_fc0f0f9b319b63e2c5593bc6" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "other"."id" AS "tie_1"
  FROM "work"."w_27564dc3604ae2d692077167" AS "other"
)) IS TRUE);
