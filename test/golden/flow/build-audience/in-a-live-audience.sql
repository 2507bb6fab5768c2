-- all out
CREATE TABLE work.w_3b698ea7275960e59fe2c0bc AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) = strip_accents(lower('FR'));
