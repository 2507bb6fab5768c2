-- all out
CREATE TABLE work.w_e4843b5c675c2bf75ac63681 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE NOT (("row"."vip" = TRUE) IS TRUE);
