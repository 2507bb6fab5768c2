-- all out
CREATE TABLE work.w_d92ddf7e5fc268e9c1b8877c AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT DISTINCT
    "t1"."customer_id" AS "tie_1"
  FROM "main"."orders" AS "t1"
  WHERE "t1"."placed_at" >= DATE '2026-02-12' AND "t1"."placed_at" < TIMESTAMP '2026-05-12 11:30:00.000000' AND "t1"."total" >= 80.10
) AS "t2" ON "t2"."tie_1" = "row"."id"
WHERE NOT ("t2"."tie_1" IS NULL);
