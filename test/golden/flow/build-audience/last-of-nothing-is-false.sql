-- all out
CREATE TABLE work.w_b97ae56fe8e4c25cd9ea1e73 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "t1"."customer_id" AS "tie_1"
  FROM "main"."orders" AS "t1"
  WHERE TRUE
  GROUP BY "t1"."customer_id"
  HAVING first(TRUE ORDER BY "t1"."placed_at" DESC NULLS LAST, "t1"."order_id" NULLS LAST)
) AS "t2" ON "t2"."tie_1" = "row"."id"
WHERE "t2"."tie_1" IS NULL;
