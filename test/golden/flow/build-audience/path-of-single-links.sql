-- all out
CREATE TABLE work.w_95595262c65ea8f7d6c9fab8 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN "main"."stores" AS "t1" ON "t1"."code" = "row"."store"
WHERE strip_accents(lower("t1"."town")) = strip_accents(lower('lyon'));
