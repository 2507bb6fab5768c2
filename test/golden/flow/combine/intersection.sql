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

-- c out
CREATE TABLE work.w_52428cf2decf98dd86dc7c3a AS
SELECT
  "row"."id",
  "t1"."land"
FROM "main"."customers" AS "row"
LEFT JOIN "work"."w_1987f15064a00d3381a47f86" AS "t1" ON "t1"."id" = "row"."id"
WHERE NOT ("t1"."id" IS NULL) AND "row"."vip";

-- c complement
CREATE TABLE work.w_b187c6195bbee6ad493e7a2d AS
SELECT
  "row"."id",
  CASE WHEN NOT ("t1"."id" IS NULL) THEN "t1"."land" WHEN "row"."vip" THEN CAST(NULL AS VARCHAR) END AS "land"
FROM "main"."customers" AS "row"
LEFT JOIN "work"."w_1987f15064a00d3381a47f86" AS "t1" ON "t1"."id" = "row"."id"
WHERE (NOT ("t1"."id" IS NULL) OR "row"."vip") AND NOT (((NOT ("t1"."id" IS NULL) AND "row"."vip")) IS TRUE);
