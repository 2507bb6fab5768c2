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

-- d out
CREATE TABLE work.w_5d26c9366473125bfa4cf046 AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id",
  CAST("written"."mail" AS VARCHAR) AS "mail"
FROM (
  SELECT * FROM (
    SELECT * FROM (VALUES (3, 'q'), (7, 'p'), (8, 'w')) AS t(id, mail)
  ) AS "written"
) AS "written";

-- c out
CREATE TABLE work.w_cf9d7538c4b38120977aabaf AS
SELECT
  "input"."id",
  "input"."mail",
  "input"."shade",
  "other_2"."points"
FROM "work"."w_d38c2fcb997ef351f5c824be" AS "input"
JOIN "work"."w_28016e480c78c1594279b239" AS "other_2" ON "other_2"."id" = "input"."id"
JOIN "work"."w_5d26c9366473125bfa4cf046" AS "other_3" ON "other_3"."id" = "input"."id";

-- c everyone
CREATE TABLE work.w_412a4f06c6e9f4055947bed1 AS
SELECT
  "input"."id",
  "input"."mail",
  "input"."shade",
  CAST(NULL AS BIGINT) AS "points"
FROM "work"."w_d38c2fcb997ef351f5c824be" AS "input"
UNION ALL
SELECT
  "input"."id",
  "input"."mail",
  CAST(NULL AS VARCHAR) AS "shade",
  "input"."points"
FROM "work"."w_28016e480c78c1594279b239" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "other"."id" AS "tie_1"
  FROM "work"."w_d38c2fcb997ef351f5c824be" AS "other"
)) IS TRUE)
UNION ALL
SELECT
  "input"."id",
  "input"."mail",
  CAST(NULL AS VARCHAR) AS "shade",
  CAST(NULL AS BIGINT) AS "points"
FROM "work"."w_5d26c9366473125bfa4cf046" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "other"."id" AS "tie_1"
  FROM "work"."w_d38c2fcb997ef351f5c824be" AS "other"
)) IS TRUE) AND NOT (("input"."id" IN (
  SELECT
    "other"."id" AS "tie_1"
  FROM "work"."w_28016e480c78c1594279b239" AS "other"
)) IS TRUE);

-- c complement
CREATE TABLE work.w_1ab6a63614b257f6af11f7a0 AS
SELECT
  "input"."id",
  "input"."mail",
  "input"."shade",
  "input"."points"
FROM "work"."w_412a4f06c6e9f4055947bed1" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_cf9d7538c4b38120977aabaf" AS "among"
)) IS TRUE);
