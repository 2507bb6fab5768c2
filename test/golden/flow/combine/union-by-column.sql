-- a out
CREATE TABLE work.w_f25ba49b92f9f8d4735c7ebc AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) IN (strip_accents(lower('ES')), strip_accents(lower('FR')));

-- b out
CREATE TABLE work.w_cd1b7b75ed63d4273d8f7099 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."vip" = TRUE;

-- ea out
CREATE TABLE work.w_1987f15064a00d3381a47f86 AS
SELECT
  "input"."id",
  "t1"."country" AS "land"
FROM "work"."w_f25ba49b92f9f8d4735c7ebc" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- eb out
CREATE TABLE work.w_01e83cf51f53fc499c3a8397 AS
SELECT
  "input"."id",
  "t1"."country" AS "land"
FROM "work"."w_cd1b7b75ed63d4273d8f7099" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- c out
CREATE TABLE work.w_60e158a78c2e67fd38d1945c AS
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
  FROM "work"."w_01e83cf51f53fc499c3a8397" AS "input"
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
CREATE TABLE work.w_de5611134988753e0fb59718 AS
SELECT
  "out"."id",
  "out"."land"
FROM "work"."w_60e158a78c2e67fd38d1945c" AS "out"
WHERE FALSE;
