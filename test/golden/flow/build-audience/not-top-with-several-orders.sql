-- all out
CREATE TABLE work.w_87167c3a0393d2fafeb49824 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "ranked"."key_1"
  FROM (
    SELECT
      "t1"."id" AS "key_1",
      row_number() OVER (ORDER BY "t1"."country" NULLS LAST, "t1"."born" DESC NULLS LAST, "t1"."id" NULLS LAST) AS "place"
    FROM "main"."customers" AS "t1"
    WHERE TRUE
  ) AS "ranked"
  WHERE "ranked"."place" <= 8
) AS "t2" ON "t2"."key_1" = "row"."id"
WHERE "t2"."key_1" IS NULL;
