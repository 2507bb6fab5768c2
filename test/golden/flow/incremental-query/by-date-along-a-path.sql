-- new out
CREATE TABLE work.w_ae16cd12fbde5c31f09fa6d6 AS
SELECT
  "row"."order_id",
  "row"."line"
FROM "main"."lines" AS "row"
LEFT JOIN "main"."orders" AS "t1" ON "t1"."order_id" = "row"."order_id"
WHERE "t1"."placed_at" > TIMESTAMP '2026-05-01 10:00:00.000000' AND "t1"."placed_at" <= TIMESTAMP '2026-05-12 11:30:00.000000';
