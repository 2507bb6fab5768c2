-- all out
CREATE TABLE work.w_b162d0aeae5b01495007d29f AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "t1"."id" AS "key_1"
  FROM "main"."customers" AS "t1"
  WHERE TRUE
  ORDER BY "t1"."country" NULLS LAST, "t1"."born" DESC NULLS LAST, "t1"."id" NULLS LAST
  LIMIT 8
) AS "t2" ON "t2"."key_1" = "row"."id"
WHERE "t2"."key_1" IS NULL;
