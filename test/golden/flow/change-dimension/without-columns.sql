-- x out
CREATE TABLE work.w_e120e5031a820a1b64801439 AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
WHERE TRUE;

-- e out
CREATE TABLE work.w_45924986b9ca796779aae0f9 AS
SELECT
  "input"."order_id",
  "t1"."total" AS "spent"
FROM "work"."w_e120e5031a820a1b64801439" AS "input"
JOIN "main"."orders" AS "t1" ON "t1"."order_id" = "input"."order_id";

-- d arrived
CREATE TABLE work.w_7c748ac20845ed73ae9ab2aa AS
SELECT DISTINCT
  "input"."order_id",
  "t1"."code"
FROM "work"."w_45924986b9ca796779aae0f9" AS "input"
JOIN "main"."orders" AS "t2" ON "t2"."order_id" = "input"."order_id"
JOIN "main"."customers" AS "t3" ON "t3"."id" = "t2"."customer_id"
JOIN "main"."stores" AS "t1" ON "t1"."code" = "t3"."store";

-- d out
CREATE TABLE work.w_4607ad38dbdf95137ff4f487 AS
SELECT DISTINCT
  "input"."code"
FROM "work"."w_7c748ac20845ed73ae9ab2aa" AS "input";

-- d complement
CREATE TABLE work.w_0f8ef5457b0ba83adaafd4e3 AS
SELECT
  "input"."order_id",
  "input"."spent"
FROM "work"."w_45924986b9ca796779aae0f9" AS "input"
WHERE NOT (("input"."order_id" IN (
  SELECT
    "among"."order_id" AS "tie_1"
  FROM "work"."w_7c748ac20845ed73ae9ab2aa" AS "among"
)) IS TRUE);
