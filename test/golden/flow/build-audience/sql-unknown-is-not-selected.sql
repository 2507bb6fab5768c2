-- all out
CREATE TABLE work.w_d928d9770900e2dac25d8e3b AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "customers"."id" AS "key_1"
  FROM "main"."customers" AS "customers"
  WHERE (
    country <> 'FR'
  )
) AS "t1" ON "t1"."key_1" = "row"."id"
WHERE "t1"."key_1" IS NULL;
