-- all out
CREATE TABLE work.w_d528ee67b80b45062cee612a AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."first_name")) >= strip_accents(lower('E')) AND strip_accents(lower("row"."first_name")) <= strip_accents(lower('jürgen'));
