-- all out
CREATE TABLE work.w_7e562f6f3fc775e4bb4f34e1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) IN (strip_accents(lower('es')), strip_accents(lower('DE')));
