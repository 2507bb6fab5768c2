-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- e out
CREATE TABLE work.w_628ed830b78be9a44abdbea6 AS
SELECT
  "input"."id",
  "t1"."town",
  coalesce("t2"."value_1", 0) AS "orders",
  "t3"."value_1" AS "web_average",
  coalesce("t4"."value_1", 0) AS "pieces"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t5" ON "t5"."id" = "input"."id"
LEFT JOIN "main"."stores" AS "t1" ON "t1"."code" = "t5"."store"
LEFT JOIN (
  SELECT
    "t6"."customer_id" AS "tie_1",
    count(*) AS "value_1"
  FROM "main"."orders" AS "t6"
  GROUP BY "t6"."customer_id"
) AS "t2" ON "t2"."tie_1" = "t5"."id"
LEFT JOIN (
  SELECT
    "t7"."customer_id" AS "tie_1",
    avg("t7"."total") AS "value_1"
  FROM "main"."orders" AS "t7"
  WHERE strip_accents(lower("t7"."channel")) = strip_accents(lower('web'))
  GROUP BY "t7"."customer_id"
) AS "t3" ON "t3"."tie_1" = "t5"."id"
LEFT JOIN (
  SELECT
    "t8"."customer_id" AS "tie_1",
    CAST(sum("t9"."quantity") AS BIGINT) AS "value_1"
  FROM "main"."orders" AS "t8"
  JOIN "main"."lines" AS "t9" ON "t9"."order_id" = "t8"."order_id"
  GROUP BY "t8"."customer_id"
) AS "t4" ON "t4"."tie_1" = "t5"."id";
