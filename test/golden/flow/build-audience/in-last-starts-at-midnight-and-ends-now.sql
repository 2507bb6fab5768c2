-- all out
CREATE TABLE work.w_d9c905e6c58116dc5cfccfa1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE EXISTS (
  SELECT
    1 AS "one"
  FROM "main"."orders" AS "t1"
  WHERE "t1"."customer_id" = "row"."id" AND "t1"."placed_at" >= DATE '2026-04-12' AND "t1"."placed_at" < TIMESTAMP '2026-05-12 11:30:00.000000'
);
