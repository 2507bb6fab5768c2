-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_40ce699aefc64c1e9ec170a9 AS
WITH "placed" AS MATERIALIZED (
  SELECT
    "input"."id",
    nullif("t1"."country", '') AS "value",
    row_number() OVER (PARTITION BY nullif("t1"."country", '') ORDER BY sha256(('goldens' || ':' || CAST("input"."id" AS VARCHAR))) NULLS LAST, "input"."id" NULLS LAST) AS "place"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
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
    least("counted"."total", 5) AS "seats"
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
  "placed"."id",
  "placed"."place" <= ("shares"."whole" + CASE WHEN "shares"."turn" <= "left"."seats" THEN 1 ELSE 0 END) AS "sampled"
FROM "placed" AS "placed"
JOIN "shares" AS "shares" ON "shares"."value" IS NOT DISTINCT FROM "placed"."value"
JOIN "left" AS "left" ON TRUE;

-- s out
CREATE TABLE work.w_d76d8cff1912b4053a982f08 AS
SELECT
  "input"."id"
FROM "work"."w_40ce699aefc64c1e9ec170a9" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_8fffaee531dc17f7fcbc5f77 AS
SELECT
  "input"."id"
FROM "work"."w_40ce699aefc64c1e9ec170a9" AS "input"
WHERE NOT ("input"."sampled");
