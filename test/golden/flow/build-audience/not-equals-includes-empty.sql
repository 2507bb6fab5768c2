-- all out
CREATE TABLE work.w_b0c935203bac41844f7b25fe AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE NOT ((strip_accents(lower("row"."country")) = strip_accents(lower('fr'))) IS TRUE);
