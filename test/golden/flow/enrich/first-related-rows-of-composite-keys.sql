-- x out
CREATE TABLE work.w_ba2348e7be3c8c75abc8054a AS
SELECT
  "row"."order_id",
  "row"."line"
FROM "main"."lines" AS "row"
WHERE TRUE;

-- e out
CREATE TABLE work.w_ecd93b1c71c4682287aad09f AS
SELECT
  "input"."order_id",
  "input"."line",
  "t1"."value_1_1" AS "beside_1_line",
  "t1"."value_1_2" AS "beside_1_product",
  "t1"."value_2_1" AS "beside_2_line",
  "t1"."value_2_2" AS "beside_2_product",
  coalesce("t1"."rows", []) AS "beside"
FROM "work"."w_ba2348e7be3c8c75abc8054a" AS "input"
JOIN "main"."lines" AS "t2" ON "t2"."order_id" = "input"."order_id" AND "t2"."line" = "input"."line"
LEFT JOIN (
  SELECT
    "ranked"."tie_1",
    first("ranked"."value_1") FILTER (WHERE "ranked"."place" = 1) AS "value_1_1",
    first("ranked"."value_2") FILTER (WHERE "ranked"."place" = 1) AS "value_1_2",
    first("ranked"."value_1") FILTER (WHERE "ranked"."place" = 2) AS "value_2_1",
    first("ranked"."value_2") FILTER (WHERE "ranked"."place" = 2) AS "value_2_2",
    list({'line': "ranked"."value_1", 'product': "ranked"."value_2"} ORDER BY "ranked"."place" NULLS LAST) AS "rows"
  FROM (
    SELECT
      "t3"."order_id" AS "tie_1",
      "t4"."line" AS "value_1",
      "t4"."product" AS "value_2",
      row_number() OVER (PARTITION BY "t3"."order_id" ORDER BY "t4"."order_id" NULLS LAST, "t4"."line" NULLS LAST) AS "place"
    FROM "main"."orders" AS "t3"
    JOIN "main"."lines" AS "t4" ON "t4"."order_id" = "t3"."order_id"
    WHERE TRUE
  ) AS "ranked"
  WHERE "ranked"."place" <= 2
  GROUP BY "ranked"."tie_1"
) AS "t1" ON "t1"."tie_1" = "t2"."order_id";
