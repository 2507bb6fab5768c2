-- a out
CREATE TABLE work.w_bae57e694102f138226ed322 AS
SELECT
  CAST("written"."order_id" AS BIGINT) AS "order_id",
  CAST("written"."line" AS BIGINT) AS "line",
  CAST("written"."what" AS VARCHAR) AS "what"
FROM (
  SELECT * FROM (
    SELECT * FROM (VALUES (101, 1, 'p'), (101, 2, 'q'), (103, 1, 'r')) AS t(order_id, line, what)
  ) AS "written"
) AS "written";

-- b out
CREATE TABLE work.w_d00d21eb0c779a7b2a4b3667 AS
SELECT
  CAST("written"."order_id" AS BIGINT) AS "order_id",
  CAST("written"."line" AS BIGINT) AS "line",
  CAST("written"."more" AS VARCHAR) AS "more"
FROM (
  SELECT * FROM (
    SELECT * FROM (VALUES (101, 2, 's'), (102, 1, 't'), (103, 1, 'u')) AS t(order_id, line, more)
  ) AS "written"
) AS "written";

-- c out
CREATE TABLE work.w_bc2a1d56eb5d0064da819050 AS
SELECT
  "input"."order_id",
  "input"."line",
  "input"."what",
  "other_2"."more"
FROM "work"."w_bae57e694102f138226ed322" AS "input"
JOIN "work"."w_d00d21eb0c779a7b2a4b3667" AS "other_2" ON "other_2"."line" = "input"."line" AND "other_2"."order_id" = "input"."order_id";

-- c everyone
CREATE TABLE work.w_ac0584d5c9c700c493496205 AS
SELECT
  "input"."order_id",
  "input"."line",
  "input"."what",
  CAST(NULL AS VARCHAR) AS "more"
FROM "work"."w_bae57e694102f138226ed322" AS "input"
UNION ALL
SELECT
  "input"."order_id",
  "input"."line",
  CAST(NULL AS VARCHAR) AS "what",
  "input"."more"
FROM "work"."w_d00d21eb0c779a7b2a4b3667" AS "input"
WHERE NOT ((("input"."line", "input"."order_id") IN (
  SELECT
    "other"."line" AS "tie_1",
    "other"."order_id" AS "tie_2"
  FROM "work"."w_bae57e694102f138226ed322" AS "other"
)) IS TRUE);

-- c complement
CREATE TABLE work.w_7e599190dc08b618619bf379 AS
SELECT
  "input"."order_id",
  "input"."line",
  "input"."what",
  "input"."more"
FROM "work"."w_ac0584d5c9c700c493496205" AS "input"
WHERE NOT ((("input"."order_id", "input"."line") IN (
  SELECT
    "among"."order_id" AS "tie_1",
    "among"."line" AS "tie_2"
  FROM "work"."w_bc2a1d56eb5d0064da819050" AS "among"
)) IS TRUE);
