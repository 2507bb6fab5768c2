-- x out
CREATE TABLE work.w_e4708ae86c4d669d99d116c6 AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id",
  CAST("written"."household" AS VARCHAR) AS "household",
  CAST("written"."colour" AS VARCHAR) AS "colour",
  CAST("written"."note" AS VARCHAR) AS "note",
  CAST("written"."points" AS BIGINT) AS "points"
FROM (
  SELECT * FROM (
    SELECT * FROM (VALUES
  (1, 'h1', NULL, '', 10), (2, 'h1', 'red', 'b', NULL), (3, 'h1', 'blue', 'c', 30),
  (4, 'h2', '', NULL, NULL), (5, 'h2', NULL, '', NULL),
  (6, NULL, 'green', 'd', 60), (7, '', NULL, '', NULL)
) AS t(id, household, colour, note, points)
  ) AS "written"
) AS "written";

-- d complement
CREATE TABLE work.w_5e830439609d419f8821f1ac AS
SELECT
  "input"."id",
  "input"."household",
  "input"."colour",
  "input"."note",
  "input"."points"
FROM "work"."w_e4708ae86c4d669d99d116c6" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_e4708ae86c4d669d99d116c6" AS "among"
)) IS TRUE);
