-- all out
CREATE TABLE work.w_ce7d9b6b19ce56571c2955ff AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
LEFT JOIN (
  SELECT DISTINCT
    "t1"."id" AS "tie_1"
  FROM "main"."customers" AS "t1"
  WHERE strip_accents(lower("t1"."country")) = strip_accents(lower('FR'))
) AS "t2" ON "t2"."tie_1" = "row"."customer_id"
WHERE NOT ("t2"."tie_1" IS NULL);
