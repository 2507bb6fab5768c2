-- all out
CREATE TABLE work.w_578b675175a549fa30b3b346 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT DISTINCT
    "t1"."customer_id" AS "tie_1"
  FROM "main"."orders" AS "t1"
  LEFT JOIN (
    SELECT
      "orders"."order_id" AS "key_1"
    FROM "main"."orders" AS "orders"
    WHERE (
      extract(month FROM placed_at) = 5
    )
  ) AS "t2" ON "t2"."key_1" = "t1"."order_id"
  WHERE NOT ("t2"."key_1" IS NULL) AND strip_accents(lower("t1"."channel")) = strip_accents(lower('web'))
) AS "t3" ON "t3"."tie_1" = "row"."id"
WHERE NOT ("t3"."tie_1" IS NULL);
