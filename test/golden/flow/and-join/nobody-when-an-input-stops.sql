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

-- split judged
CREATE TABLE work.w_dcd741dacae30d2347cfcf4b AS
SELECT
  "input"."id",
  TRUE AS "takes_1",
  sha256(('goldensplit' || ':' || CAST("input"."id" AS VARCHAR))) AS "order_1_1",
  TRUE AS "takes_2"
FROM "work"."w_314c7bd1443941a23ed77f22" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- split first_1
CREATE TABLE work.w_1d9bf7b2e5e1eef2ecaafd6a AS
SELECT
  "row"."id"
FROM "work"."w_dcd741dacae30d2347cfcf4b" AS "row"
WHERE "row"."takes_1"
ORDER BY "row"."order_1_1" NULLS LAST, "row"."id" NULLS LAST
LIMIT 0;

-- split assigned
CREATE TABLE work.w_f2102ac66a21bb0f3f111fab AS
SELECT
  "row"."id",
  CASE WHEN ("row"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_1d9bf7b2e5e1eef2ecaafd6a" AS "among"
)) IS TRUE THEN 1 WHEN "row"."takes_2" THEN 2 END AS "subset"
FROM "work"."w_dcd741dacae30d2347cfcf4b" AS "row";

-- split none
CREATE TABLE work.w_512ec9d7668ca284c06da925 AS
SELECT
  "input"."id"
FROM "work"."w_f2102ac66a21bb0f3f111fab" AS "input"
WHERE "input"."subset" = 1;

-- split rest
CREATE TABLE work.w_9b0beb83b473a3cce52c4104 AS
SELECT
  "input"."id"
FROM "work"."w_f2102ac66a21bb0f3f111fab" AS "input"
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
CREATE TABLE work.w_95fc848e58fcee8ac0a72633 AS
SELECT
  "input"."id"
FROM "work"."w_512ec9d7668ca284c06da925" AS "input"
UNION ALL
SELECT
  "input"."id"
FROM "work"."w_fc0f0f9b319b63e2c5593bc6" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "other"."id" AS "tie_1"
  FROM "work"."w_512ec9d7668ca284c06da925" AS "other"
)) IS TRUE);
