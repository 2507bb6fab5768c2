-- all out
CREATE TABLE work.w_e410088640fccb8729630c62 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE NOT ((strip_accents(lower("row"."first_name")) LIKE strip_accents(lower('_o%')) ESCAPE '!') IS TRUE);
