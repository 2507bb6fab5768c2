-- all out
CREATE TABLE work.w_a8055041356b67f97ab1bb03 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."last_name" LIKE '%í%' ESCAPE '!';
