-- all out
CREATE TABLE work.w_0e8b00fee99f95f0f768032c AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "main"."orders" AS "t1"
  WHERE "t1"."customer_id" = "row"."id" AND NOT ((strip_accents(lower("t1"."channel")) = strip_accents(lower('web'))) IS TRUE)
));
