-- a out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- b out
CREATE TABLE work.w_f00c00055f06f8e9a795ade4 AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
WHERE strip_accents(lower("row"."channel")) = strip_accents(lower('store'));

-- d out
CREATE TABLE work.w_7801b2569f995b708a89177e AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id"
FROM (
  SELECT * FROM (
    SELECT * FROM (VALUES (5), (6)) AS t(id)
  ) AS "written"
) AS "written";

-- c judged
CREATE TABLE work.w_e2aab33e4987b9105f71a6a8 AS
SELECT
  "input"."id",
  (("input"."id" IN (
  SELECT
    "other"."id" AS "tie_1"
  FROM (
    SELECT DISTINCT
      "t1"."id"
    FROM "work"."w_f00c00055f06f8e9a795ade4" AS "input"
    JOIN "main"."orders" AS "t2" ON "t2"."order_id" = "input"."order_id"
    JOIN "main"."customers" AS "t1" ON "t1"."id" = "t2"."customer_id"
  ) AS "other"
)) IS TRUE OR ("input"."id" IN (
  SELECT
    "other"."id" AS "tie_1"
  FROM "work"."w_7801b2569f995b708a89177e" AS "other"
)) IS TRUE) AS "removed"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input";

-- c out
CREATE TABLE work.w_c466b1ba3266398de7d47754 AS
SELECT
  "input"."id"
FROM "work"."w_e2aab33e4987b9105f71a6a8" AS "input"
WHERE NOT ("input"."removed");

-- c complement
CREATE TABLE work.w_72f755784531a79047a0a754 AS
SELECT
  "input"."id"
FROM "work"."w_e2aab33e4987b9105f71a6a8" AS "input"
WHERE "input"."removed";
