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

-- c judged
CREATE TABLE work.w_81b16b353043880a41487fcf AS
SELECT
  "input"."id",
  ("input"."id" IN (
  SELECT
    "other"."id" AS "tie_1"
  FROM (
    SELECT DISTINCT
      "t1"."id"
    FROM "work"."w_f00c00055f06f8e9a795ade4" AS "input"
    JOIN "main"."orders" AS "t2" ON "t2"."order_id" = "input"."order_id"
    JOIN "main"."customers" AS "t1" ON "t1"."id" = "t2"."customer_id"
  ) AS "other"
)) IS TRUE AS "removed"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input";

-- c out
CREATE TABLE work.w_4e68d5f37477e4ebb60acb49 AS
SELECT
  "input"."id"
FROM "work"."w_81b16b353043880a41487fcf" AS "input"
WHERE NOT ("input"."removed");

-- c complement
CREATE TABLE work.w_5ba2e3eb86bb207e792694c9 AS
SELECT
  "input"."id"
FROM "work"."w_81b16b353043880a41487fcf" AS "input"
WHERE "input"."removed";
