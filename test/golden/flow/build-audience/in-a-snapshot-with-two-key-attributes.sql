-- all out
CREATE TABLE work.w_f9e7cc12c3c56d87b12c661c AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT DISTINCT
    "t1"."customer_id" AS "tie_1"
  FROM "main"."orders" AS "t1"
  JOIN "main"."lines" AS "t2" ON "t2"."order_id" = "t1"."order_id"
  LEFT JOIN (
    SELECT
      "member"."order_id" AS "key_1",
      "member"."line" AS "key_2"
    FROM "audience"."tea-lines" AS "member"
  ) AS "t3" ON "t3"."key_1" = "t2"."order_id" AND "t3"."key_2" = "t2"."line"
  WHERE NOT ("t3"."key_1" IS NULL)
) AS "t4" ON "t4"."tie_1" = "row"."id"
WHERE NOT ("t4"."tie_1" IS NULL);
