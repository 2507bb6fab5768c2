-- all out
CREATE TABLE work.w_6586d87bf5411c73f7f06cf5 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "ranked"."key_1"
  FROM (
    SELECT
      "t1"."id" AS "key_1",
      row_number() OVER (PARTITION BY nullif("t1"."country", '') ORDER BY "t1"."score" DESC NULLS LAST, "t1"."id" NULLS LAST) AS "place"
    FROM "main"."customers" AS "t1"
    WHERE TRUE
  ) AS "ranked"
  WHERE "ranked"."place" <= 1
) AS "t2" ON "t2"."key_1" = "row"."id"
WHERE NOT ("t2"."key_1" IS NULL);
