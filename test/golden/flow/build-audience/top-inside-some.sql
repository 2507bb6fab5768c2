-- all out
CREATE TABLE work.w_ea11ecbacfbf4045107d2442 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT DISTINCT
    "t1"."customer_id" AS "tie_1"
  FROM "main"."orders" AS "t1"
  LEFT JOIN (
    SELECT
      "t2"."order_id" AS "key_1"
    FROM "main"."orders" AS "t2"
    WHERE TRUE
    ORDER BY "t2"."total" DESC NULLS LAST, "t2"."placed_at" NULLS LAST, "t2"."order_id" NULLS LAST
    LIMIT 3
  ) AS "t3" ON "t3"."key_1" = "t1"."order_id"
  WHERE NOT ("t3"."key_1" IS NULL)
) AS "t4" ON "t4"."tie_1" = "row"."id"
WHERE NOT ("t4"."tie_1" IS NULL);
