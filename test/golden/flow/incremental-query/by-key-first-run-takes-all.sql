-- new out
CREATE TABLE work.w_8b81f15f409e7fa35f242deb AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."vip";
