-- all out
CREATE TABLE work.w_81941c0a3df532e265388b68 AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
LEFT JOIN (
  SELECT DISTINCT
    "t1"."id" AS "tie_1"
  FROM "main"."customers" AS "t1"
  JOIN "main"."contacts" AS "t2" ON "t2"."customer_id" = "t1"."id"
  WHERE "t2"."sent_at" < TIMESTAMP '2026-05-12 11:30:00.000000' AND NOT ((lower(trim("t2"."status")) IN ('planned', 'cancelled', 'failed')) IS TRUE) AND lower(trim("t2"."channel")) = 'email'
) AS "t3" ON "t3"."tie_1" = "row"."customer_id"
WHERE NOT ("t3"."tie_1" IS NULL);
