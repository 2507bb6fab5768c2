-- all out
CREATE TABLE work.w_75fb8bf9e30cf98a97c152e7 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."country" <> '' AND NOT (FALSE);
