-- all out
CREATE TABLE work.w_b1978d0fabc30be5c520e551 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "t1"."customer_id" AS "tie_1"
  FROM "main"."orders" AS "t1"
  JOIN "main"."lines" AS "t2" ON "t2"."order_id" = "t1"."order_id"
  WHERE TRUE
  GROUP BY "t1"."customer_id"
  HAVING first(strip_accents(lower("t2"."product")) = strip_accents(lower('cup')) ORDER BY "t2"."quantity" NULLS LAST, "t2"."order_id" NULLS LAST, "t2"."line" NULLS LAST)
) AS "t3" ON "t3"."tie_1" = "row"."id"
WHERE NOT ("t3"."tie_1" IS NULL);
