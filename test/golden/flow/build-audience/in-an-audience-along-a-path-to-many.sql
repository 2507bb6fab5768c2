-- all out
CREATE TABLE work.w_bfcd0f082df38cb9d164c635 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT DISTINCT
    "t1"."customer_id" AS "tie_1"
  FROM "main"."orders" AS "t1"
  WHERE strip_accents(lower("t1"."channel")) = strip_accents(lower('web'))
) AS "t2" ON "t2"."tie_1" = "row"."id"
WHERE NOT ("t2"."tie_1" IS NULL);
