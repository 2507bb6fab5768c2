-- all out
CREATE TABLE work.w_f9b13ae91e0fe939ac0f36ca AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
WHERE NOT ("row"."placed_at" IS NULL) AND NOT ((("row"."placed_at" >= TIMESTAMP '2026-05-12 11:30:00.000000' AND "row"."placed_at" < DATE '2026-05-20')) IS TRUE);
