-- all out
CREATE TABLE work.w_4baba7dfe7dd1d240f90437e AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE EXISTS (
  SELECT
    1 AS "one"
  FROM "main"."orders" AS "t1"
  WHERE "t1"."customer_id" = "row"."id" AND strip_accents(lower("t1"."channel")) = strip_accents(lower('store')) AND "t1"."total" > 100
);
