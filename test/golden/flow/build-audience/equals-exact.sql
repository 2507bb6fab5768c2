-- all out
CREATE TABLE work.w_782bd537a5e0f0f326b27a69 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."last_name" = 'Garcia';
