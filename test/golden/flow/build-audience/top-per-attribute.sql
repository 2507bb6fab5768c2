-- all out
CREATE TABLE work.w_46e8693b73d1d2e9840ce8fc AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "ranked"."key_1"
  FROM (
    SELECT
      "t1"."id" AS "key_1",
      row_number() OVER (PARTITION BY nullif("t1"."country", '') ORDER BY "t1"."score" DESC NULLS LAST, "t1"."id" NULLS LAST) AS "rank"
    FROM "main"."customers" AS "t1"
    WHERE TRUE
  ) AS "ranked"
  WHERE "ranked"."rank" <= 1
) AS "t2" ON "t2"."key_1" = "row"."id"
WHERE NOT ("t2"."key_1" IS NULL);
