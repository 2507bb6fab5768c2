-- new out
CREATE TABLE work.w_d4b634d32413d242c9a385ab AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
WHERE "row"."placed_at" > TIMESTAMP '2026-05-01 10:00:00.000000' AND "row"."placed_at" <= TIMESTAMP '2026-05-12 11:30:00.000000';

-- new complement
CREATE TABLE work.w_0a81a536993fbebad87f75eb AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
WHERE NOT ((("row"."placed_at" > TIMESTAMP '2026-05-01 10:00:00.000000' AND "row"."placed_at" <= TIMESTAMP '2026-05-12 11:30:00.000000')) IS TRUE);
