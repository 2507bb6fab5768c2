-- x out
CREATE TABLE work.w_4f237d7763a9fa78bd151c26 AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
WHERE strip_accents(lower("row"."channel")) = strip_accents(lower('none'));

-- e out
CREATE TABLE work.w_57e3f759ef4cb2f45568eeaf AS
SELECT
  "input"."order_id",
  "t1"."total" AS "spent"
FROM "work"."w_4f237d7763a9fa78bd151c26" AS "input"
JOIN "main"."orders" AS "t1" ON "t1"."order_id" = "input"."order_id";

-- d arrived
CREATE TABLE work.w_666fbf1ee96753e332e7888b AS
SELECT DISTINCT
  "input"."order_id",
  "t1"."id"
FROM "work"."w_57e3f759ef4cb2f45568eeaf" AS "input"
JOIN "main"."orders" AS "t2" ON "t2"."order_id" = "input"."order_id"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "t2"."customer_id";

-- d out
CREATE TABLE work.w_20c0d46092386958f37e23bd AS
SELECT
  "way"."new_1" AS "id",
  coalesce(CAST(sum("input"."spent") AS DECIMAL(18, 2)), 0) AS "spent"
FROM (
  SELECT DISTINCT
    "t1"."id" AS "new_1",
    "input"."order_id" AS "old_1"
  FROM "work"."w_57e3f759ef4cb2f45568eeaf" AS "input"
  JOIN "main"."orders" AS "t2" ON "t2"."order_id" = "input"."order_id"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "t2"."customer_id"
) AS "way"
JOIN "work"."w_57e3f759ef4cb2f45568eeaf" AS "input" ON "input"."order_id" = "way"."old_1"
JOIN "main"."orders" AS "t3" ON "t3"."order_id" = "input"."order_id"
GROUP BY "way"."new_1";

-- d complement
CREATE TABLE work.w_9e48bebee706a1391ff7f999 AS
SELECT
  "input"."order_id",
  "input"."spent"
FROM "work"."w_57e3f759ef4cb2f45568eeaf" AS "input"
WHERE NOT (("input"."order_id" IN (
  SELECT
    "among"."order_id" AS "tie_1"
  FROM "work"."w_666fbf1ee96753e332e7888b" AS "among"
)) IS TRUE);
