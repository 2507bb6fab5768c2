-- all out
CREATE TABLE work.w_2946758b5e23990c76b85d24 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "t1"."customer_id" AS "tie_1"
  FROM "main"."orders" AS "t1"
  WHERE strip_accents(lower("t1"."channel")) = strip_accents(lower('web'))
  GROUP BY "t1"."customer_id"
  HAVING first(("t1"."placed_at" >= DATE '2026-04-12' AND "t1"."placed_at" < TIMESTAMP '2026-05-12 11:30:00.000000') ORDER BY "t1"."total" NULLS LAST, "t1"."order_id" NULLS LAST)
) AS "t2" ON "t2"."tie_1" = "row"."id"
WHERE NOT ("t2"."tie_1" IS NULL);
