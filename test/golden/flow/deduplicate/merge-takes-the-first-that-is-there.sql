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

-- d ranked
CREATE TABLE work.w_8b7399d8159952f96ce6b8f5 AS
SELECT
  "input"."id",
  "input"."household",
  "input"."colour",
  "input"."note",
  "input"."points",
  CASE WHEN nullif("input"."household", '') IS NULL THEN nullif("input"."colour", '') ELSE first_value(nullif("input"."colour", '') IGNORE NULLS) OVER (PARTITION BY nullif("input"."household", '') ORDER BY "input"."points" DESC NULLS LAST, "input"."id" NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) END AS "merged_1",
  CASE WHEN nullif("input"."household", '') IS NULL THEN nullif("input"."note", '') ELSE first_value(nullif("input"."note", '') IGNORE NULLS) OVER (PARTITION BY nullif("input"."household", '') ORDER BY "input"."points" DESC NULLS LAST, "input"."id" NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) END AS "merged_2",
  CASE WHEN nullif("input"."household", '') IS NULL THEN "input"."points" ELSE first_value("input"."points" IGNORE NULLS) OVER (PARTITION BY nullif("input"."household", '') ORDER BY "input"."points" DESC NULLS LAST, "input"."id" NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) END AS "merged_3",
  (row_number() OVER (PARTITION BY nullif("input"."household", '') ORDER BY "input"."points" DESC NULLS LAST, "input"."id" NULLS LAST) <= 1 OR nullif("input"."household", '') IS NULL) AS "kept"
FROM "work"."w_e4708ae86c4d669d99d116c6" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- d out
CREATE TABLE work.w_78c59933c04522038fe30ef1 AS
SELECT
  "input"."id",
  "input"."household",
  "input"."merged_1" AS "colour",
  "input"."merged_2" AS "note",
  "input"."merged_3" AS "points"
FROM "work"."w_8b7399d8159952f96ce6b8f5" AS "input"
WHERE "input"."kept";

-- d complement
CREATE TABLE work.w_bcfcdef9e8e0f82710d73c8e AS
SELECT
  "input"."id",
  "input"."household",
  "input"."colour",
  "input"."note",
  "input"."points"
FROM "work"."w_8b7399d8159952f96ce6b8f5" AS "input"
WHERE NOT (("input"."kept") IS TRUE);
