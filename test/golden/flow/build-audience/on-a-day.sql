-- all out
CREATE TABLE work.w_9ff2444cd650a3fdafd477cc AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
WHERE "row"."placed_at" >= DATE '2026-05-12' AND "row"."placed_at" <= TIMESTAMP '2026-05-12 23:59:59.999999';
