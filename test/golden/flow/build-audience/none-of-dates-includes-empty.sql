-- all out
CREATE TABLE work.w_cbf39a2728aa4d21dc302678 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE NOT (("row"."born" IN (DATE '1980-05-14')) IS TRUE);
