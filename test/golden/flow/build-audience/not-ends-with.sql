-- all out
CREATE TABLE work.w_491cfbcf344d2d3b2784f1e5 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE NOT ((strip_accents(lower("row"."email")) LIKE strip_accents(lower('%.TEST')) ESCAPE '!') IS TRUE);
