-- a out
CREATE TABLE work.w_89cd710506942930352bf0d9 AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id",
  CAST("written"."amount" AS DECIMAL(18, 2)) AS "amount"
FROM (
  SELECT * FROM (
    SELECT 1 AS id, CAST(1.25 AS DECIMAL(18, 2)) AS amount
  ) AS "written"
) AS "written";

-- b out
CREATE TABLE work.w_11b37632620513ecadd39659 AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id",
  CAST("written"."amount" AS DECIMAL(18, 1)) AS "amount"
FROM (
  SELECT * FROM (
    SELECT 2 AS id, CAST(2.5 AS DECIMAL(18, 1)) AS amount
  ) AS "written"
) AS "written";

-- d out
CREATE TABLE work.w_31ed65459bb007f92ffaae5f AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id",
  CAST("written"."amount" AS DECIMAL(18, 3)) AS "amount"
FROM (
  SELECT * FROM (
    SELECT 3 AS id, CAST(3.125 AS DECIMAL(18, 3)) AS amount
  ) AS "written"
) AS "written";

-- c out
CREATE TABLE work.w_c8053f8286771e9484bad423 AS
SELECT
  "input"."id",
  CAST("input"."amount" AS DECIMAL(18, 3)) AS "amount"
FROM "work"."w_89cd710506942930352bf0d9" AS "input"
UNION ALL
SELECT
  "input"."id",
  CAST("input"."amount" AS DECIMAL(18, 3)) AS "amount"
FROM "work"."w_11b37632620513ecadd39659" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "other"."id" AS "tie_1"
  FROM "work"."w_89cd710506942930352bf0d9" AS "other"
)) IS TRUE)
UNION ALL
SELECT
  "input"."id",
  "input"."amount"
FROM "work"."w_31ed65459bb007f92ffaae5f" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "other"."id" AS "tie_1"
  FROM "work"."w_89cd710506942930352bf0d9" AS "other"
)) IS TRUE) AND NOT (("input"."id" IN (
  SELECT
    "other"."id" AS "tie_1"
  FROM "work"."w_11b37632620513ecadd39659" AS "other"
)) IS TRUE);

-- c complement
CREATE TABLE work.w_add15ebbb89c0ba09d98d51b AS
SELECT
  "out"."id",
  "out"."amount"
FROM "work"."w_c8053f8286771e9484bad423" AS "out"
WHERE FALSE;
