-- all out
CREATE TABLE work.w_7e369c8b48974908cd76aa2b AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE NOT (("row"."vip") IS TRUE);
