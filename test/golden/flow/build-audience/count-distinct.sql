-- all out
CREATE TABLE work.w_ff58f05fa1c84cde9f0cda3d AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "t1"."customer_id" AS "tie_1",
    count(DISTINCT "t2"."product") AS "value_1"
  FROM "main"."orders" AS "t1"
  JOIN "main"."lines" AS "t2" ON "t2"."order_id" = "t1"."order_id"
  GROUP BY "t1"."customer_id"
) AS "t3" ON "t3"."tie_1" = "row"."id"
WHERE coalesce("t3"."value_1", 0) >= 2;
