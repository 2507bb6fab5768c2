-- all out
CREATE TABLE work.w_03ec4c3c5e09c5309ed104b9 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE NOT ((strip_accents(lower("row"."first_name")) LIKE strip_accents(lower('a%')) ESCAPE '!') IS TRUE);
