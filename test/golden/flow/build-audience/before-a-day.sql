-- all out
CREATE TABLE work.w_7631c3267d47266f3a14eb90 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."born" < DATE '1980-05-14';
