-- all out
CREATE TABLE work.w_5eb8737a943fd52d64aa45fd AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT DISTINCT
    "t1"."customer_id" AS "tie_1"
  FROM "main"."orders" AS "t1"
  LEFT JOIN (
    SELECT DISTINCT
      "t2"."order_id" AS "tie_1"
    FROM "main"."lines" AS "t2"
    WHERE strip_accents(lower("t2"."product")) = strip_accents(lower('tea'))
  ) AS "t3" ON "t3"."tie_1" = "t1"."order_id"
  WHERE "t3"."tie_1" IS NULL
) AS "t4" ON "t4"."tie_1" = "row"."id"
WHERE NOT ("t4"."tie_1" IS NULL);
