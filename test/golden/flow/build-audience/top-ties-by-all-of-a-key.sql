-- all out
CREATE TABLE work.w_0ed1639b87b271c934cf168e AS
SELECT
  "row"."order_id",
  "row"."line"
FROM "main"."lines" AS "row"
LEFT JOIN (
  SELECT
    "t1"."order_id" AS "key_1",
    "t1"."line" AS "key_2"
  FROM "main"."lines" AS "t1"
  WHERE TRUE
  ORDER BY "t1"."quantity" NULLS LAST, "t1"."order_id" NULLS LAST, "t1"."line" NULLS LAST
  LIMIT 3
) AS "t2" ON "t2"."key_1" = "row"."order_id" AND "t2"."key_2" = "row"."line"
WHERE NOT ("t2"."key_1" IS NULL);
