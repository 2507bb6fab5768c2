-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- e out
CREATE TABLE work.w_c9c5f848796c994e81d9ba5a AS
SELECT
  "input"."id",
  "t1"."value_1_1" AS "web_1_order_id",
  "t1"."value_1_2" AS "web_1_total",
  "t1"."value_2_1" AS "web_2_order_id",
  "t1"."value_2_2" AS "web_2_total",
  coalesce("t1"."rows", []) AS "web"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t2" ON "t2"."id" = "input"."id"
LEFT JOIN (
  SELECT
    "ranked"."tie_1",
    first("ranked"."value_1") FILTER (WHERE "ranked"."place" = 1) AS "value_1_1",
    first("ranked"."value_2") FILTER (WHERE "ranked"."place" = 1) AS "value_1_2",
    first("ranked"."value_1") FILTER (WHERE "ranked"."place" = 2) AS "value_2_1",
    first("ranked"."value_2") FILTER (WHERE "ranked"."place" = 2) AS "value_2_2",
    list({'order_id': "ranked"."value_1", 'total': "ranked"."value_2"} ORDER BY "ranked"."place" NULLS LAST) AS "rows"
  FROM (
    SELECT
      "t3"."customer_id" AS "tie_1",
      "t3"."order_id" AS "value_1",
      "t3"."total" AS "value_2",
      row_number() OVER (PARTITION BY "t3"."customer_id" ORDER BY "t3"."placed_at" DESC NULLS LAST, "t3"."order_id" NULLS LAST) AS "place"
    FROM "main"."orders" AS "t3"
    WHERE strip_accents(lower("t3"."channel")) = strip_accents(lower('WEB'))
  ) AS "ranked"
  WHERE "ranked"."place" <= 2
  GROUP BY "ranked"."tie_1"
) AS "t1" ON "t1"."tie_1" = "t2"."id";
