-- a out
CREATE TABLE work.w_a1883dd20e27d276a44d9da3 AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id",
  CAST("written"."mail" AS VARCHAR) AS "mail"
FROM (
  SELECT * FROM (
    SELECT 1 AS id, 'x' AS mail WHERE FALSE
  ) AS "written"
) AS "written";

-- b out
CREATE TABLE work.w_28016e480c78c1594279b239 AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id",
  CAST("written"."mail" AS VARCHAR) AS "mail",
  CAST("written"."points" AS BIGINT) AS "points"
FROM (
  SELECT * FROM (
    SELECT * FROM (VALUES (4, 'x', 40), (5, NULL, 50), (6, 'w', 60), (7, 'x', 70), (3, 'v', 30)) AS t(id, mail, points)
  ) AS "written"
) AS "written";

-- c out
CREATE TABLE work.w_a49ef82d2889da3c99b1a880 AS
SELECT
  "input"."id",
  "input"."mail",
  "other_2"."points"
FROM "work"."w_a1883dd20e27d276a44d9da3" AS "input"
JOIN (
  SELECT
    "numbered"."mail",
    "numbered"."points"
  FROM (
    SELECT
      "other"."mail",
      "other"."points",
      row_number() OVER (PARTITION BY "other"."mail" ORDER BY "other"."id" NULLS LAST) AS "turn"
    FROM "work"."w_28016e480c78c1594279b239" AS "other"
  ) AS "numbered"
  WHERE "numbered"."turn" = 1
) AS "other_2" ON "other_2"."mail" IS NOT DISTINCT FROM "input"."mail";

-- c everyone
CREATE TABLE work.w_8ef7151d41463dbac2e4e82f AS
WITH "rows_1" AS MATERIALIZED (
  SELECT
    "input"."id",
    "input"."mail",
    CAST(NULL AS BIGINT) AS "points"
  FROM "work"."w_a1883dd20e27d276a44d9da3" AS "input"
),
"rows_2" AS MATERIALIZED (
  SELECT
    "input"."id",
    "input"."mail",
    "input"."points"
  FROM "work"."w_28016e480c78c1594279b239" AS "input"
  WHERE NOT (EXISTS (
    SELECT
      1 AS "one"
    FROM "work"."w_a1883dd20e27d276a44d9da3" AS "other"
    WHERE "other"."mail" IS NOT DISTINCT FROM "input"."mail"
  )) AND NOT (("input"."id" IN (
    SELECT
      "other"."id" AS "tie_1"
    FROM "rows_1" AS "other"
  )) IS TRUE)
)
SELECT * FROM "rows_1"
UNION ALL
SELECT * FROM "rows_2";

-- c complement
CREATE TABLE work.w_537ccb70dfce70db5c5b4973 AS
SELECT
  "input"."id",
  "input"."mail",
  "input"."points"
FROM "work"."w_8ef7151d41463dbac2e4e82f" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_a49ef82d2889da3c99b1a880" AS "among"
)) IS TRUE);
