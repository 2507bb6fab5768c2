-- all out
CREATE TABLE work.w_35e26c062031bebc55377495 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "member"."id" AS "key_1"
  FROM "audience"."frozen" AS "member"
) AS "t1" ON "t1"."key_1" = "row"."id"
WHERE NOT ("t1"."key_1" IS NULL);
