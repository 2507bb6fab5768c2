-- all out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;
