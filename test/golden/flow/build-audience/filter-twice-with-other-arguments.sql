-- all out
CREATE TABLE work.w_3fbb33d9db417a40ac9cee7a AS
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
    "t3"."customer_id" AS "tie_1",
    CAST(sum("t3"."total") AS DECIMAL(18, 2)) AS "value_1"
  FROM "main"."orders" AS "t3"
  WHERE "t3"."placed_at" >= DATE '2025-04-07' AND "t3"."placed_at" < TIMESTAMP '2026-05-12 11:30:00.000000'
  GROUP BY "t3"."customer_id"
) AS "t4" ON "t4"."tie_1" = "row"."id"
WHERE coalesce("t2"."value_1", 0) >= 5 AND NOT ((coalesce("t4"."value_1", 0) >= 20.01) IS TRUE);
