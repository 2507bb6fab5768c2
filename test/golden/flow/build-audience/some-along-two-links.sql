-- all out
CREATE TABLE work.w_32d715853c79e8022f54f53a AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE EXISTS (
  SELECT
    1 AS "one"
  FROM "main"."orders" AS "t1"
  JOIN "main"."lines" AS "t2" ON "t2"."order_id" = "t1"."order_id"
  WHERE "t1"."customer_id" = "row"."id" AND strip_accents(lower("t2"."product")) = strip_accents(lower('tea'))
);
