-- all out
CREATE TABLE work.w_2a5d9ed752ac4554794fbf5c AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "t1"."customer_id" AS "tie_1",
    avg("t1"."total") AS "value_1",
    min("t1"."placed_at") AS "value_2"
  FROM "main"."orders" AS "t1"
  GROUP BY "t1"."customer_id"
) AS "t2" ON "t2"."tie_1" = "row"."id"
WHERE ("t2"."value_1" >= CAST('70' AS DOUBLE) AND "t2"."value_1" <= CAST('70.25' AS DOUBLE)) OR "t2"."value_2" < DATE '2025-01-02';
