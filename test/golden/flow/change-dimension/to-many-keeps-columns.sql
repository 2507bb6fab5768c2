-- es out
CREATE TABLE work.w_0e6da83ed54b1ac01830f496 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) IN (strip_accents(lower('ES')), strip_accents(lower('IE')));

-- e out
CREATE TABLE work.w_96710594827c9da480bd9c63 AS
SELECT
  "input"."id",
  "t1"."first_name" AS "who"
FROM "work"."w_0e6da83ed54b1ac01830f496" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- d arrived
CREATE TABLE work.w_5de41def27dbab3012257eac AS
SELECT DISTINCT
  "input"."id"
FROM "work"."w_96710594827c9da480bd9c63" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
JOIN "main"."orders" AS "t2" ON "t2"."customer_id" = "t1"."id";

-- d out
CREATE TABLE work.w_31dafc0d17da257567529490 AS
SELECT
  "t1"."order_id",
  "input"."who"
FROM "work"."w_96710594827c9da480bd9c63" AS "input"
JOIN "main"."customers" AS "t2" ON "t2"."id" = "input"."id"
JOIN "main"."orders" AS "t1" ON "t1"."customer_id" = "t2"."id";

-- d complement
CREATE TABLE work.w_db9a10e50a7efc6e56ecfb94 AS
SELECT
  "input"."id",
  "input"."who"
FROM "work"."w_96710594827c9da480bd9c63" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_5de41def27dbab3012257eac" AS "among"
)) IS TRUE);
