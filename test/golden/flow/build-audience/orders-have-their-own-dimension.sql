-- big out
CREATE TABLE work.w_87708508e6b9506b16c75091 AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
WHERE "row"."total" > 50;
