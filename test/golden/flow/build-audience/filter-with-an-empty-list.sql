-- all out
CREATE TABLE work.w_c3d78b0096689cf0144a0887 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE NOT (FALSE);
