-- all out
CREATE TABLE work.w_4ba3f8df8be1f3e4a5a9688e AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE NOT ((strip_accents(lower("row"."country")) = strip_accents(lower('FR'))) IS TRUE);
