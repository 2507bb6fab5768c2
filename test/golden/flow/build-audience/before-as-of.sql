-- all out
CREATE TABLE work.w_fec2224b8ffc3ea9bdbb8872 AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
WHERE "row"."placed_at" < DATE '2026-04-12';
