-- all out
CREATE TABLE work.w_e79d101dd8406fe24802a9b1 AS
SELECT
  "row"."code"
FROM "main"."stores" AS "row"
LEFT JOIN (
  SELECT
    "t1"."store" AS "tie_1"
  FROM "main"."customers" AS "t1"
  WHERE TRUE
  GROUP BY "t1"."store"
  HAVING first("t1"."id" IN (1, 5, 9) ORDER BY "t1"."score" DESC NULLS LAST, "t1"."id" NULLS LAST)
) AS "t2" ON "t2"."tie_1" = "row"."code"
WHERE NOT ("t2"."tie_1" IS NULL);
