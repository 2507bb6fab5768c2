-- all out
CREATE TABLE work.w_11cd569191388184ebbb6705 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."email" <> '' AND NOT ((strip_accents(lower("row"."email")) LIKE strip_accents(lower('%EXAMPLE.test%')) ESCAPE '!') IS TRUE);
