-- all out
CREATE TABLE work.w_28ddb7683d2a5eaaec9fdb2d AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "t1"."customer_id" AS "tie_1"
  FROM "main"."orders" AS "t1"
  WHERE TRUE
  GROUP BY "t1"."customer_id"
  HAVING first(NOT ((strip_accents(lower("t1"."channel")) = strip_accents(lower('web'))) IS TRUE) ORDER BY "t1"."placed_at" DESC NULLS LAST, "t1"."order_id" NULLS LAST)
) AS "t2" ON "t2"."tie_1" = "row"."id"
WHERE NOT ("t2"."tie_1" IS NULL);
