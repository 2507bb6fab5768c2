-- all out
CREATE TABLE work.w_39b6db7bdd7f0583a027681a AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."first_name" LIKE '__' ESCAPE '!';
