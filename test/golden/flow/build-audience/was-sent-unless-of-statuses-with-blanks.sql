-- all out
CREATE TABLE work.w_1b18496637765842e716bc99 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT DISTINCT
    "t1"."customer_id" AS "key_1"
  FROM "main"."contacts" AS "t1"
  WHERE "t1"."sent_at" < TIMESTAMP '2026-05-12 11:30:00.000000' AND NOT ((lower(trim("t1"."status")) IN ('bounced', 'failed')) IS TRUE)
) AS "t2" ON "t2"."key_1" = "row"."id"
WHERE NOT ("t2"."key_1" IS NULL);
