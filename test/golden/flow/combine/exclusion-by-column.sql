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

-- c judged
CREATE TABLE work.w_344293566f1f80ad0d0dc049 AS
SELECT
  "input"."id",
  "input"."land",
  EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_01e83cf51f53fc499c3a8397" AS "other"
  WHERE "other"."land" IS NOT DISTINCT FROM "input"."land"
) AS "removed"
FROM "work"."w_1987f15064a00d3381a47f86" AS "input";

-- c out
CREATE TABLE work.w_b532bfcbd0626469dc7dfe56 AS
SELECT
  "input"."id",
  "input"."land"
FROM "work"."w_344293566f1f80ad0d0dc049" AS "input"
WHERE NOT ("input"."removed");

-- c complement
CREATE TABLE work.w_6248d0b0236688e0d22285f8 AS
SELECT
  "input"."id",
  "input"."land"
FROM "work"."w_344293566f1f80ad0d0dc049" AS "input"
WHERE "input"."removed";
