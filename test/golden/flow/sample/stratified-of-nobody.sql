-- x out
CREATE TABLE work.w_1f703d91ef6d81b2581afb5a AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) = strip_accents(lower('XX'));

-- s judged
CREATE TABLE work.w_b1631176bd4001e9adbc0436 AS
WITH "placed" AS MATERIALIZED (
  SELECT
    "input"."id",
    "t1"."vip" AS "value",
    row_number() OVER (PARTITION BY "t1"."vip" ORDER BY sha256(('goldens' || ':' || CAST("input"."id" AS VARCHAR))) NULLS LAST, "input"."id" NULLS LAST) AS "place"
  FROM "work"."w_1f703d91ef6d81b2581afb5a" AS "input"
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
    least("counted"."total", 3) AS "seats"
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
CREATE TABLE work.w_eeb70b0fdfd5fc81626d6082 AS
SELECT
  "input"."id"
FROM "work"."w_b1631176bd4001e9adbc0436" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_a6ec4ceaab65d19e48a5b9d4 AS
SELECT
  "input"."id"
FROM "work"."w_b1631176bd4001e9adbc0436" AS "input"
WHERE NOT ("input"."sampled");
