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

-- c out
CREATE TABLE work.w_a1582d72b836105f0634a875 AS
SELECT
  "row"."id",
  CASE WHEN NOT ("t1"."id" IS NULL) THEN "t1"."land" WHEN "row"."vip" = TRUE THEN CAST(NULL AS VARCHAR) END AS "land"
FROM "main"."customers" AS "row"
LEFT JOIN "work"."w_1987f15064a00d3381a47f86" AS "t1" ON "t1"."id" = "row"."id"
WHERE NOT ("t1"."id" IS NULL) OR "row"."vip" = TRUE;

-- c complement
CREATE TABLE work.w_e7cd358d26fbe4ae63852430 AS
SELECT
  "row"."id",
  CASE WHEN NOT ("t1"."id" IS NULL) THEN "t1"."land" WHEN "row"."vip" = TRUE THEN CAST(NULL AS VARCHAR) END AS "land"
FROM "main"."customers" AS "row"
LEFT JOIN "work"."w_1987f15064a00d3381a47f86" AS "t1" ON "t1"."id" = "row"."id"
WHERE FALSE;
