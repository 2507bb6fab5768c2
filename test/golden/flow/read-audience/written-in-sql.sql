-- r out
CREATE TABLE work.w_79937dd9f431d6ff597c6cf1 AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id",
  CAST("written"."spent" AS DECIMAL(18, 2)) AS "spent"
FROM (
  SELECT * FROM (
    SELECT customer_id AS id, sum(total) AS spent FROM orders WHERE customer_id IS NOT NULL GROUP BY 1 HAVING sum(total) > 50
  ) AS "written"
) AS "written";
