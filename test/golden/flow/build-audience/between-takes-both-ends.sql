-- all out
CREATE TABLE work.w_ff57d325507db4ed3cfce269 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."score" >= CAST('1' AS DOUBLE) AND "row"."score" <= CAST('5' AS DOUBLE);
