-- all out
CREATE TABLE work.w_70ea39930b9c84bb5c1d7714 AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
LEFT JOIN (
  SELECT
    "ranked"."key_1"
  FROM (
    SELECT
      "t1"."order_id" AS "key_1",
      row_number() OVER (PARTITION BY nullif("t2"."country", '') ORDER BY "t1"."total" DESC NULLS LAST, "t1"."order_id" NULLS LAST) AS "place"
    FROM "main"."orders" AS "t1"
    LEFT JOIN "main"."customers" AS "t2" ON "t2"."id" = "t1"."customer_id"
    WHERE TRUE
  ) AS "ranked"
  WHERE "ranked"."place" <= 2
) AS "t3" ON "t3"."key_1" = "row"."order_id"
WHERE NOT ("t3"."key_1" IS NULL);
