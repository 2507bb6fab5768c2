-- all out
CREATE TABLE work.w_fd63dcfd1897003e82f39b60 AS
SELECT
  "row"."code"
FROM "main"."stores" AS "row"
LEFT JOIN (
  SELECT DISTINCT
    "t1"."store" AS "tie_1"
  FROM "main"."customers" AS "t1"
  JOIN "main"."contacts" AS "t2" ON "t2"."customer_id" = "t1"."id"
  WHERE "t2"."sent_at" < TIMESTAMP '2026-05-12 11:30:00.000000' AND NOT ((lower(trim("t2"."status")) IN ('planned', 'cancelled', 'failed')) IS TRUE) AND lower(trim("t2"."status")) IN ('clicked', 'replied', 'responded', 'converted')
) AS "t3" ON "t3"."tie_1" = "row"."code"
WHERE NOT ("t3"."tie_1" IS NULL);
