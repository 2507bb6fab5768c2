-- all out
CREATE TABLE work.w_54ab00ecc6aa12fa8cbbdab9 AS
SELECT
  "row"."order_id",
  "row"."line"
FROM "main"."lines" AS "row"
LEFT JOIN (
  SELECT
    "lines"."order_id" AS "key_1",
    "lines"."line" AS "key_2"
  FROM "main"."lines" AS "lines"
  WHERE (
    line > 1
  )
) AS "t1" ON "t1"."key_1" = "row"."order_id" AND "t1"."key_2" = "row"."line"
WHERE NOT ("t1"."key_1" IS NULL);
