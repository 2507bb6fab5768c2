-- all out
CREATE TABLE work.w_7fb017f89d69af24adfc2ac5 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."first_name")) LIKE strip_accents(lower('_o%')) ESCAPE '!';
