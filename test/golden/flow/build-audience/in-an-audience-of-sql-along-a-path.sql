-- all out
CREATE TABLE work.w_b3a34a38abb388852bc02011 AS
SELECT
  "row"."code"
FROM "main"."stores" AS "row"
LEFT JOIN (
  SELECT DISTINCT
    "t1"."store" AS "tie_1"
  FROM "main"."customers" AS "t1"
  LEFT JOIN (
    SELECT DISTINCT
      CAST("written"."id" AS BIGINT) AS "key_1"
    FROM (
      SELECT * FROM (
        SELECT customer_id AS id, sum(total) AS spent FROM orders WHERE customer_id IS NOT NULL GROUP BY 1 HAVING sum(total) > 50
      ) AS "written"
    ) AS "written"
  ) AS "t2" ON "t2"."key_1" = "t1"."id"
  WHERE NOT ("t2"."key_1" IS NULL)
) AS "t3" ON "t3"."tie_1" = "row"."code"
WHERE NOT ("t3"."tie_1" IS NULL);
