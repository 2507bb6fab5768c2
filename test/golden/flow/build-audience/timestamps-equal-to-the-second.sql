-- all out
CREATE TABLE work.w_88857e05db365f80825e7113 AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
WHERE "row"."placed_at" = TIMESTAMP '2026-05-12 11:29:59';
