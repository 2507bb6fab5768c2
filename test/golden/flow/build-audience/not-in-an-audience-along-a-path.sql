-- all out
CREATE TABLE work.w_4cfa2febee03e065e4f91cc1 AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
LEFT JOIN (
  SELECT DISTINCT
    "t1"."id" AS "tie_1"
  FROM "main"."customers" AS "t1"
  LEFT JOIN (
    SELECT
      "member"."id" AS "key_1"
    FROM "audience"."frozen" AS "member"
  ) AS "t2" ON "t2"."key_1" = "t1"."id"
  WHERE NOT ("t2"."key_1" IS NULL)
) AS "t3" ON "t3"."tie_1" = "row"."customer_id"
WHERE "t3"."tie_1" IS NULL;
