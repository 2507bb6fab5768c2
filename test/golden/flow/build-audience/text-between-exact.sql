-- all out
CREATE TABLE work.w_b3c560f1a759a2ed130046eb AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."first_name" >= 'E' AND "row"."first_name" <= 'b';
