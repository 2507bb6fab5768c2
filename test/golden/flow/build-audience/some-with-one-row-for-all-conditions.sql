-- all out
CREATE TABLE work.w_c2b6befe7dad2b61ee1bf6a9 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT DISTINCT
    "t1"."customer_id" AS "tie_1"
  FROM "main"."orders" AS "t1"
  WHERE strip_accents(lower("t1"."channel")) = strip_accents(lower('store')) AND "t1"."total" > 100
) AS "t2" ON "t2"."tie_1" = "row"."id"
WHERE NOT ("t2"."tie_1" IS NULL);
