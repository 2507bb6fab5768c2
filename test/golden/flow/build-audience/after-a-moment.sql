-- all out
CREATE TABLE work.w_ff9254cd811f8c9f31add7f1 AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
WHERE "row"."placed_at" > TIMESTAMP '2026-05-01 23:59:59.999999';
