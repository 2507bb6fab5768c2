-- x out
CREATE TABLE work.w_ba2348e7be3c8c75abc8054a AS
SELECT
  "row"."order_id",
  "row"."line"
FROM "main"."lines" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_cc97e85c7c815434d41db062 AS
WITH "placed" AS MATERIALIZED (
  SELECT
    "input"."order_id",
    "input"."line",
    nullif("t1"."first_name", '') AS "value",
    row_number() OVER (PARTITION BY nullif("t1"."first_name", '') ORDER BY sha256(('goldens' || ':' || CAST("input"."order_id" AS VARCHAR) || ':' || CAST("input"."line" AS VARCHAR))) NULLS LAST, "input"."order_id" NULLS LAST, "input"."line" NULLS LAST) AS "place"
  FROM "work"."w_ba2348e7be3c8c75abc8054a" AS "input"
  JOIN "main"."lines" AS "t2" ON "t2"."order_id" = "input"."order_id" AND "t2"."line" = "input"."line"
  LEFT JOIN "main"."orders" AS "t3" ON "t3"."order_id" = "t2"."order_id"
  LEFT JOIN "main"."customers" AS "t1" ON "t1"."id" = "t3"."customer_id"
),
"groups" AS MATERIALIZED (
  SELECT
    "placed"."value",
    count(*) AS "rows"
  FROM "placed" AS "placed"
  GROUP BY "placed"."value"
),
"asked" AS MATERIALIZED (
  SELECT
    "counted"."total",
    least("counted"."total", ((("counted"."total" * 50) + 50) // 100)) AS "seats"
  FROM (
    SELECT
      CAST(sum("groups"."rows") AS BIGINT) AS "total"
    FROM "groups" AS "groups"
  ) AS "counted"
),
"shares" AS MATERIALIZED (
  SELECT
    "groups"."value",
    (("groups"."rows" * "asked"."seats") // "asked"."total") AS "whole",
    row_number() OVER (ORDER BY (("groups"."rows" * "asked"."seats") % "asked"."total") DESC NULLS LAST, "groups"."value" NULLS LAST) AS "turn"
  FROM "groups" AS "groups"
  JOIN "asked" AS "asked" ON TRUE
),
"left" AS MATERIALIZED (
  SELECT
    (min("asked"."seats") - CAST(sum("shares"."whole") AS BIGINT)) AS "seats"
  FROM "shares" AS "shares"
  JOIN "asked" AS "asked" ON TRUE
)
SELECT
  "placed"."order_id",
  "placed"."line",
  "placed"."place" <= ("shares"."whole" + CASE WHEN "shares"."turn" <= "left"."seats" THEN 1 ELSE 0 END) AS "sampled"
FROM "placed" AS "placed"
JOIN "shares" AS "shares" ON "shares"."value" IS NOT DISTINCT FROM "placed"."value"
JOIN "left" AS "left" ON TRUE;

-- s out
CREATE TABLE work.w_72cef7072322bd3a29742b6a AS
SELECT
  "input"."order_id",
  "input"."line"
FROM "work"."w_cc97e85c7c815434d41db062" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_776738742340077d4da89abc AS
SELECT
  "input"."order_id",
  "input"."line"
FROM "work"."w_cc97e85c7c815434d41db062" AS "input"
WHERE NOT ("input"."sampled");
