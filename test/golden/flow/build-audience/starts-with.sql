-- all out
CREATE TABLE work.w_2997dd4222bd505d45b42788 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."first_name")) LIKE strip_accents(lower('el%')) ESCAPE '!';
