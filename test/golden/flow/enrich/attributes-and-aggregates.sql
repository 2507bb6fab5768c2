-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- e out
CREATE TABLE work.w_e78aa985756d3a4a5d64fe0b AS
SELECT
  "input"."id",
  "t2"."town",
  coalesce("t4"."value_1", 0) AS "orders",
  "t6"."value_1" AS "web_average",
  coalesce("t9"."value_1", 0) AS "pieces"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
LEFT JOIN "main"."stores" AS "t2" ON "t2"."code" = "t1"."store"
LEFT JOIN (
  SELECT
    "t3"."customer_id" AS "tie_1",
    count(*) AS "value_1"
  FROM "main"."orders" AS "t3"
  GROUP BY "t3"."customer_id"
) AS "t4" ON "t4"."tie_1" = "t1"."id"
LEFT JOIN (
  SELECT
    "t5"."customer_id" AS "tie_1",
    avg("t5"."total") AS "value_1"
  FROM "main"."orders" AS "t5"
  WHERE strip_accents(lower("t5"."channel")) = strip_accents(lower('web'))
  GROUP BY "t5"."customer_id"
) AS "t6" ON "t6"."tie_1" = "t1"."id"
LEFT JOIN (
  SELECT
    "t7"."customer_id" AS "tie_1",
    CAST(sum("t8"."quantity") AS BIGINT) AS "value_1"
  FROM "main"."orders" AS "t7"
  JOIN "main"."lines" AS "t8" ON "t8"."order_id" = "t7"."order_id"
  GROUP BY "t7"."customer_id"
) AS "t9" ON "t9"."tie_1" = "t1"."id";
