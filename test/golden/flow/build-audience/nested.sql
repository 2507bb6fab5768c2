-- all out
CREATE TABLE work.w_4aec02f5618107d67dd05237 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE (strip_accents(lower("row"."country")) = strip_accents(lower('FR')) AND NOT ("row"."born" IS NULL)) OR "row"."score" > CAST('9' AS DOUBLE);
