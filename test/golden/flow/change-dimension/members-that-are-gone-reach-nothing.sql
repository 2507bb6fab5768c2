-- x out
CREATE TABLE work.w_18273f8e245702ce5b331dae AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id"
FROM (
  SELECT * FROM (
    SELECT * FROM (VALUES (1), (77)) AS t(id)
  ) AS "written"
) AS "written";

-- d arrived
CREATE TABLE work.w_122699da4d67b7f8d8f68d05 AS
SELECT DISTINCT
  "input"."id"
FROM "work"."w_18273f8e245702ce5b331dae" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
JOIN "main"."orders" AS "t2" ON "t2"."customer_id" = "t1"."id";

-- d out
CREATE TABLE work.w_63bfb42067badd3257f8cb40 AS
SELECT
  "t1"."order_id"
FROM "work"."w_18273f8e245702ce5b331dae" AS "input"
JOIN "main"."customers" AS "t2" ON "t2"."id" = "input"."id"
JOIN "main"."orders" AS "t1" ON "t1"."customer_id" = "t2"."id";

-- d complement
CREATE TABLE work.w_e98afd2945e6f2053f84fc2d AS
SELECT
  "input"."id"
FROM "work"."w_18273f8e245702ce5b331dae" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_122699da4d67b7f8d8f68d05" AS "among"
)) IS TRUE);
