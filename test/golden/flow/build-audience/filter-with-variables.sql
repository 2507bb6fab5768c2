-- all out
CREATE TABLE work.w_b91269d7e6333b10ee7cab0b AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "t1"."customer_id" AS "tie_1",
    CAST(sum("t1"."total") AS DECIMAL(18, 2)) AS "value_1"
  FROM "main"."orders" AS "t1"
  WHERE "t1"."placed_at" >= DATE '2026-04-12' AND "t1"."placed_at" < TIMESTAMP '2026-05-12 11:30:00.000000'
  GROUP BY "t1"."customer_id"
) AS "t2" ON "t2"."tie_1" = "row"."id"
LEFT JOIN (
  SELECT
    "customers"."id" AS "key_1"
  FROM "main"."customers" AS "customers"
  WHERE (
    lower(country) = lower(('ES'))
  )
) AS "t3" ON "t3"."key_1" = "row"."id"
WHERE (coalesce("t2"."value_1", 0) >= 90 AND "row"."born" < DATE '1980-01-01') OR ("row"."vip" = TRUE AND NOT ("t3"."key_1" IS NULL));
