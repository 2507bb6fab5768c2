-- new out
CREATE TABLE work.w_c425aadf1c746da6eefaef19 AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
WHERE "row"."placed_at" IS NULL OR "row"."placed_at" <= TIMESTAMP '2026-05-12 11:30:00.000000';

-- new complement
CREATE TABLE work.w_bd38d2745e4d67f823380cce AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
WHERE NOT ((("row"."placed_at" IS NULL OR "row"."placed_at" <= TIMESTAMP '2026-05-12 11:30:00.000000')) IS TRUE);
