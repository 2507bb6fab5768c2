-- all out
CREATE TABLE work.w_f4f7aced8bf9b15517afc65f AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "t1"."customer_id" AS "tie_1",
    CAST(sum("t1"."total") AS DECIMAL(18, 2)) AS "value_1"
  FROM "main"."orders" AS "t1"
  WHERE strip_accents(lower("t1"."channel")) = strip_accents(lower('web'))
  GROUP BY "t1"."customer_id"
) AS "t2" ON "t2"."tie_1" = "row"."id"
WHERE coalesce("t2"."value_1", 0) >= 20;
