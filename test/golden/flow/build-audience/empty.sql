-- all out
CREATE TABLE work.w_ee0c097246ab9cc6c1617849 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."first_name" IS NULL OR "row"."first_name" = '';
