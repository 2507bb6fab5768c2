-- all out
CREATE TABLE work.w_bccea1e01665b54c78fe2221 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."score" < CAST('3' AS DOUBLE);
