-- all out
CREATE TABLE work.w_40c389f0ef7d93fb2a249127 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "t1"."customer_id" AS "tie_1",
    count(*) AS "value_1"
  FROM "main"."orders" AS "t1"
  GROUP BY "t1"."customer_id"
) AS "t2" ON "t2"."tie_1" = "row"."id"
WHERE NOT ((coalesce("t2"."value_1", 0) IN (0, 1)) IS TRUE);
