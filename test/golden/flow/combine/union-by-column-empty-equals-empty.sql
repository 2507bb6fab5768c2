-- a out
CREATE TABLE work.w_d38c2fcb997ef351f5c824be AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id",
  CAST("written"."mail" AS VARCHAR) AS "mail",
  CAST("written"."shade" AS VARCHAR) AS "shade"
FROM (
  SELECT * FROM (
    SELECT * FROM (VALUES (1, 'x', 'red'), (2, NULL, 'green'), (3, 'z', NULL)) AS t(id, mail, shade)
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
CREATE TABLE work.w_527c348d84c66ae8b11b0871 AS
WITH "rows_1" AS MATERIALIZED (
  SELECT
    "input"."id",
    "input"."mail",
    "input"."shade",
    CAST(NULL AS BIGINT) AS "points"
  FROM "work"."w_d38c2fcb997ef351f5c824be" AS "input"
),
"rows_2" AS MATERIALIZED (
  SELECT
    "input"."id",
    "input"."mail",
    CAST(NULL AS VARCHAR) AS "shade",
    "input"."points"
  FROM "work"."w_28016e480c78c1594279b239" AS "input"
  WHERE NOT (EXISTS (
    SELECT
      1 AS "one"
    FROM "work"."w_d38c2fcb997ef351f5c824be" AS "other"
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
CREATE TABLE work.w_a3248bbcb357eb7833c12a85 AS
SELECT
  "out"."id",
  "out"."mail",
  "out"."shade",
  "out"."points"
FROM "work"."w_527c348d84c66ae8b11b0871" AS "out"
WHERE FALSE;
