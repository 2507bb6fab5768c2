-- a out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- b out
CREATE TABLE work.w_e120e5031a820a1b64801439 AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
WHERE TRUE;

-- c judged
CREATE TABLE work.w_677330391f5eec95f1425aa9 AS
SELECT
  "input"."id",
  ("t1"."id" IN (
  SELECT
    "t2"."customer_id" AS "tie_1"
  FROM "work"."w_e120e5031a820a1b64801439" AS "other"
  JOIN "main"."orders" AS "t2" ON "t2"."order_id" = "other"."order_id"
)) IS TRUE AS "removed"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- c out
CREATE TABLE work.w_1f352b08d32cb843f60127a0 AS
SELECT
  "input"."id"
FROM "work"."w_677330391f5eec95f1425aa9" AS "input"
WHERE NOT ("input"."removed");

-- c complement
CREATE TABLE work.w_221c23fc37ba364089b309a2 AS
SELECT
  "input"."id"
FROM "work"."w_677330391f5eec95f1425aa9" AS "input"
WHERE "input"."removed";
