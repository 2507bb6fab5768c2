-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s assigned
CREATE TABLE work.w_c2862f4c64b596e3c970d545 AS
SELECT
  "input"."id",
  CASE WHEN ("t1"."vip" = TRUE) IS TRUE THEN 1 WHEN (strip_accents(lower("t1"."country")) IN (strip_accents(lower('ES')), strip_accents(lower('FR')))) IS TRUE THEN 2 END AS "subset"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- s vip
CREATE TABLE work.w_829eb5dfbdac92282e94384d AS
SELECT
  "input"."id",
  'V' AS "segment_code"
FROM "work"."w_c2862f4c64b596e3c970d545" AS "input"
WHERE "input"."subset" = 1;

-- s south
CREATE TABLE work.w_466b01039f3a3394d4524814 AS
SELECT
  "input"."id",
  'S' AS "segment_code"
FROM "work"."w_c2862f4c64b596e3c970d545" AS "input"
WHERE "input"."subset" = 2;

-- s complement
CREATE TABLE work.w_7d1fa3ef6214fb78d215dcd8 AS
SELECT
  "input"."id"
FROM "work"."w_c2862f4c64b596e3c970d545" AS "input"
WHERE "input"."subset" IS NULL;
