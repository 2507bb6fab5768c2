-- all out
CREATE TABLE work.w_cd46e022fcc58b11da8be10b AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE NOT ("row"."vip");
