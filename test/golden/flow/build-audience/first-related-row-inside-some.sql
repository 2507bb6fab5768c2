-- all out
CREATE TABLE work.w_a1bcafba53f581c784198055 AS
SELECT
  "row"."code"
FROM "main"."stores" AS "row"
LEFT JOIN (
  SELECT DISTINCT
    "t1"."store" AS "tie_1"
  FROM "main"."customers" AS "t1"
  LEFT JOIN (
    SELECT
      "t2"."customer_id" AS "tie_1"
    FROM "main"."orders" AS "t2"
    WHERE TRUE
    GROUP BY "t2"."customer_id"
    HAVING first(strip_accents(lower("t2"."channel")) = strip_accents(lower('web')) ORDER BY "t2"."total" DESC NULLS LAST, "t2"."order_id" NULLS LAST)
  ) AS "t3" ON "t3"."tie_1" = "t1"."id"
  WHERE NOT ("t3"."tie_1" IS NULL)
) AS "t4" ON "t4"."tie_1" = "row"."code"
WHERE NOT ("t4"."tie_1" IS NULL);
