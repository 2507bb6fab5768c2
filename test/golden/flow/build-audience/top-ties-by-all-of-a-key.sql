-- all out
CREATE TABLE work.w_cbd1406bb4454d533be89dd0 AS
SELECT
  "row"."order_id",
  "row"."line"
FROM "main"."lines" AS "row"
LEFT JOIN (
  SELECT
    "ranked"."key_1",
    "ranked"."key_2"
  FROM (
    SELECT
      "t1"."order_id" AS "key_1",
      "t1"."line" AS "key_2",
      row_number() OVER (ORDER BY "t1"."quantity" NULLS LAST, "t1"."order_id" NULLS LAST, "t1"."line" NULLS LAST) AS "place"
    FROM "main"."lines" AS "t1"
    WHERE TRUE
  ) AS "ranked"
  WHERE "ranked"."place" <= 3
) AS "t2" ON "t2"."key_1" = "row"."order_id" AND "t2"."key_2" = "row"."line"
WHERE NOT ("t2"."key_1" IS NULL);
