-- all out
CREATE TABLE work.w_c10a7c58ebf9f1eac9c88794 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "ranked"."key_1"
  FROM (
    SELECT
      "t1"."id" AS "key_1",
      row_number() OVER (ORDER BY "t1"."score" DESC NULLS LAST, "t1"."id" NULLS LAST) AS "place"
    FROM "main"."customers" AS "t1"
    WHERE TRUE
  ) AS "ranked"
  WHERE "ranked"."place" <= 9
) AS "t2" ON "t2"."key_1" = "row"."id"
WHERE NOT ("t2"."key_1" IS NULL);
