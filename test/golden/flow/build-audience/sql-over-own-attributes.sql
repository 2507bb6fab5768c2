-- all out
CREATE TABLE work.w_e8b5dd1c11bc54f79061a00a AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "customers"."id" AS "key_1"
  FROM "main"."customers" AS "customers"
  WHERE (
    score * 2 > 10 OR /* $not $a "variable */ country IN ('IE') -- last
  )
) AS "t1" ON "t1"."key_1" = "row"."id"
WHERE NOT ("t1"."key_1" IS NULL);
