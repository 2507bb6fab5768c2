-- all out
CREATE TABLE work.w_d63737f7778571dc1eebab01 AS
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
WHERE (strip_accents(lower("row"."country")) = strip_accents(lower('FR')) AND NOT ("t1"."key_1" IS NULL)) OR "row"."id" = 10;
