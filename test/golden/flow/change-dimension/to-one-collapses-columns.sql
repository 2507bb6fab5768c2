-- o out
CREATE TABLE work.w_e120e5031a820a1b64801439 AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
WHERE TRUE;

-- e out
CREATE TABLE work.w_90139f1dcdb625e20f3887d1 AS
SELECT
  "input"."order_id",
  "t1"."total" AS "spent",
  "t1"."placed_at" AS "at"
FROM "work"."w_e120e5031a820a1b64801439" AS "input"
JOIN "main"."orders" AS "t1" ON "t1"."order_id" = "input"."order_id";

-- d arrived
CREATE TABLE work.w_3442790d27040fce0a9ff71c AS
SELECT DISTINCT
  "input"."order_id",
  "t1"."id"
FROM "work"."w_90139f1dcdb625e20f3887d1" AS "input"
JOIN "main"."orders" AS "t2" ON "t2"."order_id" = "input"."order_id"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "t2"."customer_id";

-- d out
CREATE TABLE work.w_acf87745a92fcc7ee01fd14f AS
SELECT
  "way"."new_1" AS "id",
  coalesce(CAST(sum("input"."spent") AS DECIMAL(18, 2)), 0) AS "spent",
  first("input"."at" ORDER BY "input"."at" DESC NULLS LAST, "input"."order_id" NULLS LAST) AS "at"
FROM (
  SELECT DISTINCT
    "t1"."id" AS "new_1",
    "input"."order_id" AS "old_1"
  FROM "work"."w_90139f1dcdb625e20f3887d1" AS "input"
  JOIN "main"."orders" AS "t2" ON "t2"."order_id" = "input"."order_id"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "t2"."customer_id"
) AS "way"
JOIN "work"."w_90139f1dcdb625e20f3887d1" AS "input" ON "input"."order_id" = "way"."old_1"
JOIN "main"."orders" AS "t3" ON "t3"."order_id" = "input"."order_id"
GROUP BY "way"."new_1";

-- d complement
CREATE TABLE work.w_d40836d560eebf84d168ac08 AS
SELECT
  "input"."order_id",
  "input"."spent",
  "input"."at"
FROM "work"."w_90139f1dcdb625e20f3887d1" AS "input"
WHERE NOT (("input"."order_id" IN (
  SELECT
    "among"."order_id" AS "tie_1"
  FROM "work"."w_3442790d27040fce0a9ff71c" AS "among"
)) IS TRUE);
