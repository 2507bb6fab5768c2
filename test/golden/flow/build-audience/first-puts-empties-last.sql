-- all out
CREATE TABLE work.w_450c96edfc23f42bffedc397 AS
SELECT
  "row"."code"
FROM "main"."stores" AS "row"
LEFT JOIN (
  SELECT
    "ranked"."tie_1"
  FROM (
    SELECT
      "t1"."store" AS "tie_1",
      row_number() OVER (PARTITION BY "t1"."store" ORDER BY "t1"."score" NULLS LAST, "t1"."id" NULLS LAST) AS "place",
      "t1"."id" IN (2, 5, 10) AS "holds"
    FROM "main"."customers" AS "t1"
    WHERE TRUE
  ) AS "ranked"
  WHERE "ranked"."place" = 1 AND "ranked"."holds"
) AS "t2" ON "t2"."tie_1" = "row"."code"
WHERE NOT ("t2"."tie_1" IS NULL);
