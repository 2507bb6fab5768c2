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
CREATE TABLE work.w_34d7f45717d68c8a5ca39726 AS
SELECT
  "row"."id",
  "t1"."land"
FROM "main"."customers" AS "row"
LEFT JOIN "work"."w_1987f15064a00d3381a47f86" AS "t1" ON "t1"."id" = "row"."id"
WHERE NOT ("t1"."id" IS NULL) AND "row"."vip" = TRUE;

-- c complement
CREATE TABLE work.w_9365e6401ea358e58c97122b AS
SELECT
  "row"."id",
  CASE WHEN NOT ("t1"."id" IS NULL) THEN "t1"."land" WHEN "row"."vip" = TRUE THEN CAST(NULL AS VARCHAR) END AS "land"
FROM "main"."customers" AS "row"
LEFT JOIN "work"."w_1987f15064a00d3381a47f86" AS "t1" ON "t1"."id" = "row"."id"
WHERE (NOT ("t1"."id" IS NULL) OR "row"."vip" = TRUE) AND NOT (((NOT ("t1"."id" IS NULL) AND "row"."vip" = TRUE)) IS TRUE);
