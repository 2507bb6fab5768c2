-- all out
CREATE TABLE work.w_1423c89fee0cb13c63bcff4a AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "t1"."id" AS "key_1"
  FROM "main"."customers" AS "t1"
  WHERE TRUE
  ORDER BY "t1"."score" DESC NULLS LAST, "t1"."id" NULLS LAST
  LIMIT 2
) AS "t2" ON "t2"."key_1" = "row"."id"
WHERE NOT ("t2"."key_1" IS NULL);
