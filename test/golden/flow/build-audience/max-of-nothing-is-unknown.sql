-- all out
CREATE TABLE work.w_2dedea02c2a22fe47c789935 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "t1"."customer_id" AS "tie_1",
    max("t1"."placed_at") AS "value_1"
  FROM "main"."orders" AS "t1"
  GROUP BY "t1"."customer_id"
) AS "t2" ON "t2"."tie_1" = "row"."id"
WHERE "t2"."value_1" < DATE '2026-04-12';
