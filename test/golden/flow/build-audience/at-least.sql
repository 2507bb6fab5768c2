-- all out
CREATE TABLE work.w_0c176f289410d8768e7f3bc5 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."score" >= CAST('7.5' AS DOUBLE);
