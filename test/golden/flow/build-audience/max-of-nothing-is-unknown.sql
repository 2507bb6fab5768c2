-- all out
CREATE TABLE work.w_fa66215a9600bd6279a8ae6d AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "t1"."customer_id" AS "tie_1",
    max("t1"."placed_at") AS "value"
  FROM "main"."orders" AS "t1"
  GROUP BY "t1"."customer_id"
) AS "t2" ON "t2"."tie_1" = "row"."id"
WHERE "t2"."value" < DATE '2026-04-12';
