-- all out
CREATE TABLE work.w_7cbc5abaf71726c138bf639b AS
SELECT
  "row"."order_id",
  "row"."line"
FROM "main"."lines" AS "row"
WHERE "row"."quantity" > 1.5;
