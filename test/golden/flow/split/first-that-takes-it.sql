-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s assigned
CREATE TABLE work.w_4142b9f0e72ddb49962e4e89 AS
SELECT
  "input"."id",
  CASE WHEN ("t1"."vip") IS TRUE THEN 1 WHEN (strip_accents(lower("t1"."country")) IN (strip_accents(lower('ES')), strip_accents(lower('FR')))) IS TRUE THEN 2 END AS "subset"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- s vip
CREATE TABLE work.w_7c5c7c287f686166a4a12516 AS
SELECT
  "input"."id",
  'V' AS "segment_code"
FROM "work"."w_4142b9f0e72ddb49962e4e89" AS "input"
WHERE "input"."subset" = 1;

-- s south
CREATE TABLE work.w_64c43761203604e969b8bc11 AS
SELECT
  "input"."id",
  'S' AS "segment_code"
FROM "work"."w_4142b9f0e72ddb49962e4e89" AS "input"
WHERE "input"."subset" = 2;

-- s complement
CREATE TABLE work.w_60b00312a35995d2a3f8ad88 AS
SELECT
  "input"."id"
FROM "work"."w_4142b9f0e72ddb49962e4e89" AS "input"
WHERE "input"."subset" IS NULL;
