-- all out
CREATE TABLE work.w_1e6fcb2b95b34cc9253c55cd AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "t1"."customer_id" AS "tie_1"
  FROM "main"."orders" AS "t1"
  WHERE TRUE
  GROUP BY "t1"."customer_id"
  HAVING first(strip_accents(lower("t1"."channel")) = strip_accents(lower('store')) ORDER BY "t1"."placed_at" DESC NULLS LAST, "t1"."order_id" NULLS LAST)
) AS "t2" ON "t2"."tie_1" = "row"."id"
WHERE NOT ("t2"."tie_1" IS NULL);
