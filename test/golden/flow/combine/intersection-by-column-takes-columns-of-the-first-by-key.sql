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
CREATE TABLE work.w_fa620916fec71d50a0b297c0 AS
SELECT
  "input"."id",
  "input"."mail",
  "input"."shade",
  "other_2"."points"
FROM "work"."w_d38c2fcb997ef351f5c824be" AS "input"
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
CREATE TABLE work.w_466c9b22f6891cc0741de75a AS
SELECT
  "input"."id",
  "input"."mail",
  "input"."shade",
  "input"."points"
FROM "work"."w_527c348d84c66ae8b11b0871" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_fa620916fec71d50a0b297c0" AS "among"
)) IS TRUE);
