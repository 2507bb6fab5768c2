-- all out
CREATE TABLE work.w_314c7bd1443941a23ed77f22 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) IN (strip_accents(lower('FR')));
