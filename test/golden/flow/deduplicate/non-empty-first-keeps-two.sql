-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- d out
CREATE TABLE work.w_1bf28998ad3e63b736b5941e AS
SELECT
  "ranked"."id"
FROM (
  SELECT
    "input"."id",
    row_number() OVER (PARTITION BY "t1"."vip" ORDER BY CASE WHEN nullif("t1"."email", '') IS NULL THEN 1 ELSE 0 END NULLS LAST, "input"."id" NULLS LAST) AS "rank_in_group",
    "t1"."vip" IS NULL AS "group_is_empty"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
) AS "ranked"
WHERE "ranked"."rank_in_group" <= 2 OR "ranked"."group_is_empty";
