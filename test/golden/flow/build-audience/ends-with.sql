-- all out
CREATE TABLE work.w_7e4c65b8e563598045521dbf AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."last_name")) LIKE strip_accents(lower('%CIA')) ESCAPE '!';
