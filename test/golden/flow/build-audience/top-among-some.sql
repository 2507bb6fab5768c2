-- all out
CREATE TABLE work.w_4afb32a97485fdf2c5ea8aeb AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "t1"."id" AS "key_1"
  FROM "main"."customers" AS "t1"
  WHERE "t1"."vip" = TRUE
  ORDER BY "t1"."born" NULLS LAST, "t1"."id" NULLS LAST
  LIMIT 2
) AS "t2" ON "t2"."key_1" = "row"."id"
WHERE NOT ("t2"."key_1" IS NULL);
