-- all out
CREATE TABLE work.w_1fa7904c9ee754fbc6623484 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT DISTINCT
    "t1"."customer_id" AS "tie_1"
  FROM "main"."orders" AS "t1"
  JOIN "main"."lines" AS "t2" ON "t2"."order_id" = "t1"."order_id"
  WHERE strip_accents(lower("t2"."product")) = strip_accents(lower('tea'))
) AS "t3" ON "t3"."tie_1" = "row"."id"
WHERE NOT ("t3"."tie_1" IS NULL);
