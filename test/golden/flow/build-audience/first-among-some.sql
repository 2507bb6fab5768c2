-- all out
CREATE TABLE work.w_f038d50b3d9409b119046437 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT
    "ranked"."tie_1"
  FROM (
    SELECT
      "t1"."customer_id" AS "tie_1",
      row_number() OVER (PARTITION BY "t1"."customer_id" ORDER BY "t1"."total" NULLS LAST, "t1"."order_id" NULLS LAST) AS "place",
      ("t1"."placed_at" >= DATE '2026-04-12' AND "t1"."placed_at" < TIMESTAMP '2026-05-12 11:30:00.000000') AS "holds"
    FROM "main"."orders" AS "t1"
    WHERE strip_accents(lower("t1"."channel")) = strip_accents(lower('web'))
  ) AS "ranked"
  WHERE "ranked"."place" = 1 AND "ranked"."holds"
) AS "t2" ON "t2"."tie_1" = "row"."id"
WHERE NOT ("t2"."tie_1" IS NULL);
