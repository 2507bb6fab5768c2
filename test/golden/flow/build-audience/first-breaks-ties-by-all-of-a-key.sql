-- all out
CREATE TABLE work.w_6afbfa542daba2ce9be8600d AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "ranked"."tie_1"
  FROM (
    SELECT
      "t1"."customer_id" AS "tie_1",
      row_number() OVER (PARTITION BY "t1"."customer_id" ORDER BY "t2"."quantity" NULLS LAST, "t2"."order_id" NULLS LAST, "t2"."line" NULLS LAST) AS "place",
      strip_accents(lower("t2"."product")) = strip_accents(lower('cup')) AS "holds"
    FROM "main"."orders" AS "t1"
    JOIN "main"."lines" AS "t2" ON "t2"."order_id" = "t1"."order_id"
    WHERE TRUE
  ) AS "ranked"
  WHERE "ranked"."place" = 1 AND "ranked"."holds"
) AS "t3" ON "t3"."tie_1" = "row"."id"
WHERE NOT ("t3"."tie_1" IS NULL);
