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

-- c judged
CREATE TABLE work.w_422662bb2f238e57e08b2c97 AS
SELECT
  "input"."id",
  "input"."mail",
  "input"."points",
  EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_d38c2fcb997ef351f5c824be" AS "other"
  WHERE "other"."mail" IS NOT DISTINCT FROM "input"."mail"
) AS "removed"
FROM "work"."w_28016e480c78c1594279b239" AS "input";

-- c out
CREATE TABLE work.w_946550971ef2804f1044a4b1 AS
SELECT
  "input"."id",
  "input"."mail",
  "input"."points"
FROM "work"."w_422662bb2f238e57e08b2c97" AS "input"
WHERE NOT ("input"."removed");

-- c complement
CREATE TABLE work.w_46ce605a0630a55082d59bf9 AS
SELECT
  "input"."id",
  "input"."mail",
  "input"."points"
FROM "work"."w_422662bb2f238e57e08b2c97" AS "input"
WHERE "input"."removed";
