-- all out
CREATE TABLE work.w_85a4a28d52a7e0bf2cde5db0 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT DISTINCT
    "t1"."customer_id" AS "tie_1"
  FROM "main"."orders" AS "t1"
  WHERE NOT ((strip_accents(lower("t1"."channel")) = strip_accents(lower('web'))) IS TRUE)
) AS "t2" ON "t2"."tie_1" = "row"."id"
WHERE "t2"."tie_1" IS NULL;
