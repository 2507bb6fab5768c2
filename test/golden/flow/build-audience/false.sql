-- all out
CREATE TABLE work.w_25dad00672b246c1387e0bb7 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."vip" = FALSE;
