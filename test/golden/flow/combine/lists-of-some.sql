-- x out
CREATE TABLE work.w_096474e0d982916420021372 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."id" <= 2;

-- a out
CREATE TABLE work.w_f1f90b4091cf13b146ad192d AS
SELECT
  "input"."id",
  "t1"."value_1_1" AS "order_1_total",
  coalesce("t1"."rows", []) AS "order"
FROM "work"."w_096474e0d982916420021372" AS "input"
JOIN "main"."customers" AS "t2" ON "t2"."id" = "input"."id"
LEFT JOIN (
  SELECT
    "ranked"."tie_1",
    first("ranked"."value_1") FILTER (WHERE "ranked"."place" = 1) AS "value_1_1",
    list({'total': "ranked"."value_1"} ORDER BY "ranked"."place" NULLS LAST) AS "rows"
  FROM (
    SELECT
      "t3"."customer_id" AS "tie_1",
      "t3"."total" AS "value_1",
      row_number() OVER (PARTITION BY "t3"."customer_id" ORDER BY "t3"."order_id" NULLS LAST) AS "place"
    FROM "main"."orders" AS "t3"
    WHERE TRUE
  ) AS "ranked"
  WHERE "ranked"."place" <= 1
  GROUP BY "ranked"."tie_1"
) AS "t1" ON "t1"."tie_1" = "t2"."id";

-- b out
CREATE TABLE work.w_ebc41a707fda68b311b07aa1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."id" >= 2 AND "row"."id" <= 3;

-- c out
CREATE TABLE work.w_b5fe5bf2ccee4be014c9211e AS
SELECT
  "input"."id",
  "input"."order_1_total",
  "input"."order"
FROM "work"."w_f1f90b4091cf13b146ad192d" AS "input"
UNION ALL
SELECT
  "input"."id",
  CAST(NULL AS DECIMAL(18, 0)) AS "order_1_total",
  NULL AS "order"
FROM "work"."w_ebc41a707fda68b311b07aa1" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "other"."id" AS "tie_1"
  FROM "work"."w_f1f90b4091cf13b146ad192d" AS "other"
)) IS TRUE);
