-- all out
CREATE TABLE work.w_fbd90755207ab3e9b3ac9720 AS
SELECT
  "row"."code"
FROM "main"."stores" AS "row"
LEFT JOIN (
  SELECT DISTINCT
    "t1"."store" AS "tie_1"
  FROM "main"."customers" AS "t1"
  WHERE strip_accents(lower("t1"."country")) IN (strip_accents(lower('FR')))
) AS "t2" ON "t2"."tie_1" = "row"."code"
WHERE NOT ("t2"."tie_1" IS NULL);
