-- all out
CREATE TABLE work.w_570f757a7030584c90751776 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE EXISTS (
  SELECT
    1 AS "one"
  FROM "main"."orders" AS "t1"
  WHERE "t1"."customer_id" = "row"."id" AND NOT (EXISTS (
    SELECT
      1 AS "one"
    FROM "main"."lines" AS "t2"
    WHERE "t2"."order_id" = "t1"."order_id" AND strip_accents(lower("t2"."product")) = strip_accents(lower('tea'))
  ))
);
