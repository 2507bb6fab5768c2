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

-- d out
CREATE TABLE work.w_477a60f22c7b30b24a0e3df8 AS
SELECT
  "t2"."id",
  CAST(sum("input"."spent") AS DECIMAL(18, 2)) AS "spent",
  first("input"."at" ORDER BY "input"."at" DESC NULLS LAST, "input"."order_id" NULLS LAST) AS "at"
FROM "work"."w_90139f1dcdb625e20f3887d1" AS "input"
JOIN "main"."orders" AS "t1" ON "t1"."order_id" = "input"."order_id"
JOIN "main"."customers" AS "t2" ON "t2"."id" = "t1"."customer_id"
GROUP BY "t2"."id";

-- d arrived
CREATE TABLE work.w_99f71b33b707914ee3299ac1 AS
SELECT DISTINCT
  "input"."order_id"
FROM "work"."w_90139f1dcdb625e20f3887d1" AS "input"
JOIN "main"."orders" AS "t1" ON "t1"."order_id" = "input"."order_id"
JOIN "main"."customers" AS "t2" ON "t2"."id" = "t1"."customer_id";

-- d complement
CREATE TABLE work.w_92a540ae9210c3e35b9a64b2 AS
SELECT
  "input"."order_id",
  "input"."spent",
  "input"."at"
FROM "work"."w_90139f1dcdb625e20f3887d1" AS "input"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_99f71b33b707914ee3299ac1" AS "passed"
  WHERE "passed"."order_id" = "input"."order_id"
));
