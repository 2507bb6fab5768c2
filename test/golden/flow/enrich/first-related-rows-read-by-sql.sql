-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- e out
CREATE TABLE work.w_f7b4bc6e29ac96353037b65d AS
SELECT
  "input"."id",
  "t1"."value_1_1" AS "order_1_order_id",
  "t1"."value_1_2" AS "order_1_total",
  "t1"."value_2_1" AS "order_2_order_id",
  "t1"."value_2_2" AS "order_2_total",
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
    list({'order_id': "ranked"."value_1", 'total': "ranked"."value_2"} ORDER BY "ranked"."place" NULLS LAST) AS "rows"
  FROM (
    SELECT
      "t3"."customer_id" AS "tie_1",
      "t3"."order_id" AS "value_1",
      "t3"."total" AS "value_2",
      row_number() OVER (PARTITION BY "t3"."customer_id" ORDER BY "t3"."total" NULLS LAST, "t3"."order_id" NULLS LAST) AS "place"
    FROM "main"."orders" AS "t3"
    WHERE TRUE
  ) AS "ranked"
  WHERE "ranked"."place" <= 2
  GROUP BY "ranked"."tie_1"
) AS "t1" ON "t1"."tie_1" = "t2"."id";

-- q out
CREATE TABLE work.w_aa365054863807fd1465427c AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id",
  CAST("written"."lowest" AS DECIMAL(18, 2)) AS "lowest",
  CAST("written"."found" AS BIGINT) AS "found",
  CAST("written"."first_order" AS BIGINT) AS "first_order",
  "written"."kept"
FROM (
  WITH "input" AS (SELECT "id", "order_1_order_id", "order_1_total", "order_2_order_id", "order_2_total", "order" FROM "work"."w_f7b4bc6e29ac96353037b65d")
  SELECT * FROM (
    SELECT id, order_1_total AS lowest, len("order") AS found, "order"[1].order_id AS first_order, "order" AS kept FROM input WHERE len("order") > 0
  ) AS "written"
) AS "written";
