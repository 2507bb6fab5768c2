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
CREATE TABLE work.w_2b28fed8043159e50989e14c AS
WITH "rows_1" AS MATERIALIZED (
  SELECT
    "input"."order_id",
    "input"."line",
    "input"."what",
    CAST(NULL AS VARCHAR) AS "more"
  FROM "work"."w_bae57e694102f138226ed322" AS "input"
),
"rows_2" AS MATERIALIZED (
  SELECT
    "input"."order_id",
    "input"."line",
    CAST(NULL AS VARCHAR) AS "what",
    "input"."more"
  FROM "work"."w_d00d21eb0c779a7b2a4b3667" AS "input"
  WHERE NOT (("input"."order_id" IN (
    SELECT
      "other"."order_id" AS "tie_1"
    FROM "work"."w_bae57e694102f138226ed322" AS "other"
  )) IS TRUE) AND NOT ((("input"."order_id", "input"."line") IN (
    SELECT
      "other"."order_id" AS "tie_1",
      "other"."line" AS "tie_2"
    FROM "rows_1" AS "other"
  )) IS TRUE)
)
SELECT * FROM "rows_1"
UNION ALL
SELECT * FROM "rows_2";

-- c complement
CREATE TABLE work.w_7baa17d976e9615203fef4d7 AS
SELECT
  "out"."order_id",
  "out"."line",
  "out"."what",
  "out"."more"
FROM "work"."w_2b28fed8043159e50989e14c" AS "out"
WHERE FALSE;
