-- all out
CREATE TABLE work.w_242842daa10cf9abee2bf314 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "t1"."customer_id" AS "tie_1",
    count(*) AS "value"
  FROM "main"."orders" AS "t1"
  GROUP BY "t1"."customer_id"
) AS "t2" ON "t2"."tie_1" = "row"."id"
WHERE coalesce("t2"."value", 0) = 0;
