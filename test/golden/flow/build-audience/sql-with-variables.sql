-- all out
CREATE TABLE work.w_fc8c7e03a490f2825b3af695 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "customers"."id" AS "key_1"
  FROM "main"."customers" AS "customers"
  WHERE (
    country IN (('DE'), ('IE')) OR last_name || ('100%_wild''; --
') = '100%_wild' || ('100%_wild''; --
') OR (score < -(3) + (80.10) - 79 AND country = upper(('fr'))) OR vip AND born > (DATE '1990-01-01') AND '$n' = '$' || 'n'
  )
) AS "t1" ON "t1"."key_1" = "row"."id"
WHERE NOT ("t1"."key_1" IS NULL);
