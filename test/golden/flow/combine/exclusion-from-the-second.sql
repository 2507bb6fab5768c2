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

-- c judged
CREATE TABLE work.w_571d768b4be4e9796203a6e9 AS
SELECT
  "input"."id",
  "input"."mail",
  "input"."points",
  (("input"."id" IN (
  SELECT
    "other"."id" AS "tie_1"
  FROM "work"."w_d38c2fcb997ef351f5c824be" AS "other"
)) IS TRUE OR ("input"."id" IN (
  SELECT
    "other"."id" AS "tie_1"
  FROM "work"."w_5d26c9366473125bfa4cf046" AS "other"
)) IS TRUE) AS "removed"
FROM "work"."w_28016e480c78c1594279b239" AS "input";

-- c out
CREATE TABLE work.w_452330826500bcee58658ea1 AS
SELECT
  "input"."id",
  "input"."mail",
  "input"."points"
FROM "work"."w_571d768b4be4e9796203a6e9" AS "input"
WHERE NOT ("input"."removed");

-- c complement
CREATE TABLE work.w_54941ce7a010521095b23a2a AS
SELECT
  "input"."id",
  "input"."mail",
  "input"."points"
FROM "work"."w_571d768b4be4e9796203a6e9" AS "input"
WHERE "input"."removed";
