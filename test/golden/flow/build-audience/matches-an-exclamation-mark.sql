-- all out
CREATE TABLE work.w_4dbe1332087c26fa217d0ef2 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."last_name")) LIKE strip_accents(lower('100!!%%')) ESCAPE '!';
