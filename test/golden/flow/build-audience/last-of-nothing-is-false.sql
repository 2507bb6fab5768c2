-- all out
CREATE TABLE work.w_2c1fe49b166dd77399f7f8bb AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "ranked"."tie_1"
  FROM (
    SELECT
      "t1"."customer_id" AS "tie_1",
      row_number() OVER (PARTITION BY "t1"."customer_id" ORDER BY "t1"."placed_at" DESC NULLS LAST, "t1"."order_id" NULLS LAST) AS "place",
      TRUE AS "holds"
    FROM "main"."orders" AS "t1"
    WHERE TRUE
  ) AS "ranked"
  WHERE "ranked"."place" = 1 AND "ranked"."holds"
) AS "t2" ON "t2"."tie_1" = "row"."id"
WHERE "t2"."tie_1" IS NULL;
