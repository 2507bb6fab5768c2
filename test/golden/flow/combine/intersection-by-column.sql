-- a out
CREATE TABLE work.w_f25ba49b92f9f8d4735c7ebc AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) IN (strip_accents(lower('ES')), strip_accents(lower('FR')));

-- b out
CREATE TABLE work.w_8b81f15f409e7fa35f242deb AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."vip";

-- ea out
CREATE TABLE work.w_1987f15064a00d3381a47f86 AS
SELECT
  "input"."id",
  "t1"."country" AS "land"
FROM "work"."w_f25ba49b92f9f8d4735c7ebc" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- eb out
CREATE TABLE work.w_fcab14b2a082a99b00de76ec AS
SELECT
  "input"."id",
  "t1"."country" AS "land"
FROM "work"."w_8b81f15f409e7fa35f242deb" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- c out
CREATE TABLE work.w_a4b6f866038e5d23e9f06887 AS
SELECT
  "input"."id",
  "input"."land"
FROM "work"."w_1987f15064a00d3381a47f86" AS "input"
JOIN (
  SELECT
    "numbered"."land"
  FROM (
    SELECT
      "other"."land",
      row_number() OVER (PARTITION BY "other"."land" ORDER BY "other"."id" NULLS LAST) AS "turn"
    FROM "work"."w_fcab14b2a082a99b00de76ec" AS "other"
  ) AS "numbered"
  WHERE "numbered"."turn" = 1
) AS "other_2" ON "other_2"."land" IS NOT DISTINCT FROM "input"."land";

-- c everyone
CREATE TABLE work.w_e8f657b0c0d1eb8c0c0091d1 AS
WITH "rows_1" AS MATERIALIZED (
  SELECT
    "input"."id",
    "input"."land"
  FROM "work"."w_1987f15064a00d3381a47f86" AS "input"
),
"rows_2" AS MATERIALIZED (
  SELECT
    "input"."id",
    "input"."land"
  FROM "work"."w_fcab14b2a082a99b00de76ec" AS "input"
  WHERE NOT (EXISTS (
    SELECT
      1 AS "one"
    FROM "work"."w_1987f15064a00d3381a47f86" AS "other"
    WHERE "other"."land" IS NOT DISTINCT FROM "input"."land"
  )) AND NOT (("input"."id" IN (
    SELECT
      "other"."id" AS "tie_1"
    FROM "rows_1" AS "other"
  )) IS TRUE)
)
SELECT * FROM "rows_1"
UNION ALL
SELECT * FROM "rows_2";

-- c complement
CREATE TABLE work.w_31533297c95a44db212f88b1 AS
SELECT
  "input"."id",
  "input"."land"
FROM "work"."w_e8f657b0c0d1eb8c0c0091d1" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_a4b6f866038e5d23e9f06887" AS "among"
)) IS TRUE);
