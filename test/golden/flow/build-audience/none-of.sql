-- all out
CREATE TABLE work.w_c4f7b92bafeac78438c1d74e AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE NOT ((strip_accents(lower("row"."country")) IN (strip_accents(lower('es')), strip_accents(lower('DE')))) IS TRUE);
