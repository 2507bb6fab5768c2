-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- e out
CREATE TABLE work.w_b4d0a097ce89fc846f846231 AS
SELECT
  "input"."id",
  "t1"."value_1_1" AS "order_1_order_id",
  "t1"."value_1_2" AS "order_1_channel",
  "t1"."value_2_1" AS "order_2_order_id",
  "t1"."value_2_2" AS "order_2_channel",
  "t1"."value_3_1" AS "order_3_order_id",
  "t1"."value_3_2" AS "order_3_channel",
  coalesce("t1"."rows", []) AS "order"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t2" ON "t2"."id" = "input"."id"
LEFT JOIN (
  SELECT
    "ranked"."tie_1",
    first("ranked"."value_1") FILTER (WHERE "ranked"."place" = 1) AS "value_1_1",
    first("ranked"."value_2") FILTER (WHERE "ranked"."place" = 1) AS "value_1_2",
    first("ranked"."value_1") FILTER (WHERE "ranked"."place" = 2) AS "value_2_1",
    first("ranked"."value_2") FILTER (WHERE "ranked"."place" = 2) AS "value_2_2",
    first("ranked"."value_1") FILTER (WHERE "ranked"."place" = 3) AS "value_3_1",
    first("ranked"."value_2") FILTER (WHERE "ranked"."place" = 3) AS "value_3_2",
    list({'order_id': "ranked"."value_1", 'channel': "ranked"."value_2"} ORDER BY "ranked"."place" NULLS LAST) AS "rows"
  FROM (
    SELECT
      "t3"."customer_id" AS "tie_1",
      "t3"."order_id" AS "value_1",
      "t3"."channel" AS "value_2",
      row_number() OVER (PARTITION BY "t3"."customer_id" ORDER BY "t3"."channel" NULLS LAST, "t3"."order_id" NULLS LAST) AS "place"
    FROM "main"."orders" AS "t3"
    WHERE TRUE
  ) AS "ranked"
  WHERE "ranked"."place" <= 3
  GROUP BY "ranked"."tie_1"
) AS "t1" ON "t1"."tie_1" = "t2"."id";
