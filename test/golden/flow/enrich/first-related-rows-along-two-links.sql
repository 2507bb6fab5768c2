-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- e out
CREATE TABLE work.w_e8f1364e8fbd35c4bc8377d1 AS
SELECT
  "input"."id",
  "t1"."value_1_1" AS "bought_1_product",
  "t1"."value_1_2" AS "bought_1_quantity",
  "t1"."value_2_1" AS "bought_2_product",
  "t1"."value_2_2" AS "bought_2_quantity",
  coalesce("t1"."rows", []) AS "bought",
  "t2"."value_1_1" AS "shop_1_town",
  coalesce("t2"."rows", []) AS "shop"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t3" ON "t3"."id" = "input"."id"
LEFT JOIN (
  SELECT
    "ranked"."tie_1",
    first("ranked"."value_1") FILTER (WHERE "ranked"."place" = 1) AS "value_1_1",
    first("ranked"."value_2") FILTER (WHERE "ranked"."place" = 1) AS "value_1_2",
    first("ranked"."value_1") FILTER (WHERE "ranked"."place" = 2) AS "value_2_1",
    first("ranked"."value_2") FILTER (WHERE "ranked"."place" = 2) AS "value_2_2",
    list({'product': "ranked"."value_1", 'quantity': "ranked"."value_2"} ORDER BY "ranked"."place" NULLS LAST) AS "rows"
  FROM (
    SELECT
      "t4"."customer_id" AS "tie_1",
      "t5"."product" AS "value_1",
      "t5"."quantity" AS "value_2",
      row_number() OVER (PARTITION BY "t4"."customer_id" ORDER BY "t5"."quantity" DESC NULLS LAST, "t5"."order_id" NULLS LAST, "t5"."line" NULLS LAST) AS "place"
    FROM "main"."orders" AS "t4"
    JOIN "main"."lines" AS "t5" ON "t5"."order_id" = "t4"."order_id"
    WHERE TRUE
  ) AS "ranked"
  WHERE "ranked"."place" <= 2
  GROUP BY "ranked"."tie_1"
) AS "t1" ON "t1"."tie_1" = "t3"."id"
LEFT JOIN (
  SELECT
    "ranked"."tie_1",
    first("ranked"."value_1") FILTER (WHERE "ranked"."place" = 1) AS "value_1_1",
    list({'town': "ranked"."value_1"} ORDER BY "ranked"."place" NULLS LAST) AS "rows"
  FROM (
    SELECT
      "t6"."code" AS "tie_1",
      "t6"."town" AS "value_1",
      row_number() OVER (PARTITION BY "t6"."code" ORDER BY "t6"."code" NULLS LAST) AS "place"
    FROM "main"."stores" AS "t6"
    WHERE TRUE
  ) AS "ranked"
  WHERE "ranked"."place" <= 1
  GROUP BY "ranked"."tie_1"
) AS "t2" ON "t2"."tie_1" = "t3"."store";
