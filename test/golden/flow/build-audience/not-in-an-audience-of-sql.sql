-- all out
CREATE TABLE work.w_a9b5432473c964680acd7a26 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT DISTINCT
    CAST("written"."id" AS BIGINT) AS "key_1"
  FROM (
    SELECT * FROM (
      SELECT customer_id AS id, sum(total) AS spent FROM orders WHERE customer_id IS NOT NULL GROUP BY 1 HAVING sum(total) > 50
    ) AS "written"
  ) AS "written"
) AS "t1" ON "t1"."key_1" = "row"."id"
WHERE "t1"."key_1" IS NULL;
