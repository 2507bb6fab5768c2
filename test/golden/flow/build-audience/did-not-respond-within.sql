-- all out
CREATE TABLE work.w_cb9ce282f183dc7c4ce88495 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT DISTINCT
    "t1"."customer_id" AS "key_1"
  FROM "main"."contacts" AS "t1"
  WHERE "t1"."sent_at" >= DATE '2026-04-28' AND "t1"."sent_at" < TIMESTAMP '2026-05-12 11:30:00.000000' AND NOT ((lower(trim("t1"."status")) IN ('planned', 'cancelled', 'failed')) IS TRUE) AND lower(trim("t1"."status")) IN ('clicked', 'replied', 'responded', 'converted')
) AS "t2" ON "t2"."key_1" = "row"."id"
WHERE "t2"."key_1" IS NULL;
