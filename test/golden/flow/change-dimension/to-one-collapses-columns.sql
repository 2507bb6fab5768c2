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
CREATE TABLE work.w_c2389734f1d3a7150a7b9b93 AS
SELECT
  "t3"."id",
  CAST(sum("input"."spent") AS DECIMAL(18, 2)) AS "spent",
  first("input"."at" ORDER BY "input"."at" DESC NULLS LAST, "input"."order_id" NULLS LAST) AS "at"
FROM "work"."w_90139f1dcdb625e20f3887d1" AS "input"
JOIN "main"."orders" AS "t2" ON "t2"."order_id" = "input"."order_id"
JOIN "main"."customers" AS "t3" ON "t3"."id" = "t2"."customer_id"
GROUP BY "t3"."id";

-- d arrived
CREATE TABLE work.w_0d050e96fd01a887ff0f62cf AS
SELECT DISTINCT
  "input"."order_id"
FROM "work"."w_90139f1dcdb625e20f3887d1" AS "input"
JOIN "main"."orders" AS "t4" ON "t4"."order_id" = "input"."order_id"
JOIN "main"."customers" AS "t5" ON "t5"."id" = "t4"."customer_id";

-- d complement
CREATE TABLE work.w_e123d17d6453ec541f426464 AS
SELECT
  "input"."order_id",
  "input"."spent",
  "input"."at"
FROM "work"."w_90139f1dcdb625e20f3887d1" AS "input"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_0d050e96fd01a887ff0f62cf" AS "passed"
  WHERE "passed"."order_id" = "input"."order_id"
));
