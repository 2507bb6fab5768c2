-- all out
CREATE TABLE work.w_db6087c0af57d58289ed284d AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE EXISTS (
  SELECT
    1 AS "one"
  FROM "main"."orders" AS "t1"
  WHERE "t1"."customer_id" = "row"."id" AND "t1"."placed_at" >= TIMESTAMP '2026-05-12 11:30:00.000000' AND "t1"."placed_at" < DATE '2026-05-14'
);
