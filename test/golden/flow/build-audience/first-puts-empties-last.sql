-- all out
CREATE TABLE work.w_0b795d4586e4f2bbe7064e34 AS
SELECT
  "row"."code"
FROM "main"."stores" AS "row"
LEFT JOIN (
  SELECT
    "t1"."store" AS "tie_1"
  FROM "main"."customers" AS "t1"
  WHERE TRUE
  GROUP BY "t1"."store"
  HAVING first("t1"."id" IN (2, 5, 10) ORDER BY "t1"."score" NULLS LAST, "t1"."id" NULLS LAST)
) AS "t2" ON "t2"."tie_1" = "row"."code"
WHERE NOT ("t2"."tie_1" IS NULL);
