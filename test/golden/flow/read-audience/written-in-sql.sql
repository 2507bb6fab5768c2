-- r out
CREATE TABLE work.w_3e17f111278406f3d1e1a786 AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id",
  CAST("written"."spent" AS DECIMAL(18, 2)) AS "spent"
FROM (
  SELECT * FROM (
    SELECT customer_id AS id, sum(total) AS spent FROM orders WHERE customer_id IS NOT NULL GROUP BY 1 HAVING sum(total) > 50
  ) AS "written"
) AS "written";
