-- all out
CREATE TABLE work.w_779a1671f653ed7368b19209 AS
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
