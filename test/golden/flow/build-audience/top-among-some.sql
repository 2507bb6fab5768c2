-- all out
CREATE TABLE work.w_2de16c96ac1448ad89e0866f AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "t1"."id" AS "key_1"
  FROM "main"."customers" AS "t1"
  WHERE "t1"."vip"
  ORDER BY "t1"."born" NULLS LAST, "t1"."id" NULLS LAST
  LIMIT 2
) AS "t2" ON "t2"."key_1" = "row"."id"
WHERE NOT ("t2"."key_1" IS NULL);
