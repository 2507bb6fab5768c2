-- all out
CREATE TABLE work.w_a8031ee50d18385846b1da43 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "customers"."id" AS "key_1"
  FROM "main"."customers" AS "customers"
  WHERE (
    score >= (SELECT max(score) FROM customers)
  )
) AS "t1" ON "t1"."key_1" = "row"."id"
WHERE NOT ("t1"."key_1" IS NULL);
