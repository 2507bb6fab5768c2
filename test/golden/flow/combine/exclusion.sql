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

-- c judged
CREATE TABLE work.w_f89bec3bd7101b351c87e53e AS
SELECT
  "input"."id",
  "input"."land",
  EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_8b81f15f409e7fa35f242deb" AS "other"
  WHERE "other"."id" = "input"."id"
) AS "removed"
FROM "work"."w_1987f15064a00d3381a47f86" AS "input";

-- c out
CREATE TABLE work.w_aac5d26d1f7526a8af94fa26 AS
SELECT
  "input"."id",
  "input"."land"
FROM "work"."w_f89bec3bd7101b351c87e53e" AS "input"
WHERE NOT ("input"."removed");

-- c complement
CREATE TABLE work.w_ebaa8a9646594bd37b674322 AS
SELECT
  "input"."id",
  "input"."land"
FROM "work"."w_f89bec3bd7101b351c87e53e" AS "input"
WHERE "input"."removed";
