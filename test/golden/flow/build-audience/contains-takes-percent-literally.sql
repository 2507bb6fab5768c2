-- all out
CREATE TABLE work.w_18b050497a544daec809028f AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."last_name")) LIKE strip_accents(lower('%0!%!_W%')) ESCAPE '!';
