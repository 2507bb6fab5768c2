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
CREATE TABLE work.w_342aafb40eb362a21f7497b8 AS
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
  CASE WHEN EXISTS (
  SELECT
    1 AS "one"
  FROM "first_1" AS "among"
  WHERE "among"."id" = "row"."id"
) THEN 1 WHEN "row"."takes_2" THEN 2 END AS "subset"
FROM "candidates" AS "row";

-- split none
CREATE TABLE work.w_dc4f13bc6734e3505c01572e AS
SELECT
  "input"."id"
FROM "work"."w_342aafb40eb362a21f7497b8" AS "input"
WHERE "input"."subset" = 1;

-- split rest
CREATE TABLE work.w_f2e44f359ac0ae716417b4d4 AS
SELECT
  "input"."id"
FROM "work"."w_342aafb40eb362a21f7497b8" AS "input"
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
CREATE TABLE work.w_db7e11833775bc165e4d8545 AS
SELECT
  "input"."id"
FROM "work"."w_dc4f13bc6734e3505c01572e" AS "input"
UNION ALL
SELECT
  "input"."id"
FROM "work"."w_fc0f0f9b319b63e2c5593bc6" AS "input"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_dc4f13bc6734e3505c01572e" AS "other"
  WHERE "other"."id" = "input"."id"
));
