-- all out
CREATE TABLE work.w_cd1b7b75ed63d4273d8f7099 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."vip" = TRUE;
