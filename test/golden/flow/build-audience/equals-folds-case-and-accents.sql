-- all out
CREATE TABLE work.w_e13d96ce3ad6d88cb4c0915f AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."last_name")) = strip_accents(lower('GARCIA'));
