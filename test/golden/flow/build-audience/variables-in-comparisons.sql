-- all out
CREATE TABLE work.w_1a6e29e292cae2636e56bde0 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE (strip_accents(lower("row"."country")) = strip_accents(lower('fr')) AND "row"."vip" = FALSE) OR ("row"."score" < CAST('3' AS DOUBLE) AND "row"."born" > DATE '1990-01-01' AND strip_accents(lower("row"."country")) IN (strip_accents(lower('US')), strip_accents(lower('DE')), strip_accents(lower('IE')))) OR strip_accents(lower("row"."first_name")) LIKE strip_accents(lower('%o''n%')) ESCAPE '!';
