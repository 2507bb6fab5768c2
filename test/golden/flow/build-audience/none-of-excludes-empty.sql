-- all out
CREATE TABLE work.w_79f70ab7272529aa099ba639 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."country" <> '' AND NOT ((strip_accents(lower("row"."country")) IN (strip_accents(lower('es')), strip_accents(lower('fr')))) IS TRUE);
