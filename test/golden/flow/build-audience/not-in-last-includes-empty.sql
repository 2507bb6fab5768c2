-- all out
CREATE TABLE work.w_db19f54de78fdc131ff6029e AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
WHERE NOT ((("row"."placed_at" >= DATE '2026-04-12' AND "row"."placed_at" < TIMESTAMP '2026-05-12 11:30:00.000000')) IS TRUE);
