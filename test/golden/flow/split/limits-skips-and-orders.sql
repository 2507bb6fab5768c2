-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s assigned
CREATE TABLE work.w_23e6f50790baa8de9b6fb30d AS
WITH "candidates" AS MATERIALIZED (
  SELECT
    "input"."id",
    TRUE AS "takes_1",
    "t1"."score" AS "order_1_1",
    TRUE AS "takes_2",
    sha256(('goldens' || ':' || CAST("input"."id" AS VARCHAR))) AS "order_2_1",
    TRUE AS "takes_3",
    sha256(('goldens' || ':' || CAST("input"."id" AS VARCHAR))) AS "order_3_1"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
),
"first_1" AS MATERIALIZED (
  SELECT
    "row"."id"
  FROM "candidates" AS "row"
  WHERE "row"."takes_1"
  ORDER BY "row"."order_1_1" DESC NULLS LAST, "row"."id" NULLS LAST
  LIMIT 2
  OFFSET 1
),
"first_2" AS MATERIALIZED (
  SELECT
    "row"."id"
  FROM "candidates" AS "row"
  WHERE "row"."takes_2" AND NOT (("row"."id" IN (
    SELECT
      "among"."id" AS "tie_1"
    FROM "first_1" AS "among"
  )) IS TRUE)
  ORDER BY "row"."order_2_1" NULLS LAST, "row"."id" NULLS LAST
  LIMIT ((((
    SELECT
      count(*) AS "n"
    FROM "candidates" AS "row"
    WHERE NOT (("row"."id" IN (
      SELECT
        "among"."id" AS "tie_1"
      FROM "first_1" AS "among"
    )) IS TRUE)
  ) * 50) + 50) // 100)
),
"first_3" AS MATERIALIZED (
  SELECT
    "row"."id"
  FROM "candidates" AS "row"
  WHERE "row"."takes_3" AND NOT ((("row"."id" IN (
    SELECT
      "among"."id" AS "tie_1"
    FROM "first_1" AS "among"
  )) IS TRUE OR ("row"."id" IN (
    SELECT
      "among"."id" AS "tie_1"
    FROM "first_2" AS "among"
  )) IS TRUE))
  ORDER BY "row"."order_3_1" NULLS LAST, "row"."id" NULLS LAST
  LIMIT ((((
    SELECT
      count(*) AS "n"
    FROM "candidates" AS "row"
  ) * 10) + 50) // 100)
)
SELECT
  "row"."id",
  CASE WHEN ("row"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "first_1" AS "among"
)) IS TRUE THEN 1 WHEN ("row"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "first_2" AS "among"
)) IS TRUE THEN 2 WHEN ("row"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "first_3" AS "among"
)) IS TRUE THEN 3 END AS "subset"
FROM "candidates" AS "row";

-- s top
CREATE TABLE work.w_0e74bd55d3c0fb4299ac888b AS
SELECT
  "input"."id"
FROM "work"."w_23e6f50790baa8de9b6fb30d" AS "input"
WHERE "input"."subset" = 1;

-- s half
CREATE TABLE work.w_a745aff8bd5616989f4546c5 AS
SELECT
  "input"."id"
FROM "work"."w_23e6f50790baa8de9b6fb30d" AS "input"
WHERE "input"."subset" = 2;

-- s tenth
CREATE TABLE work.w_6a0aecd2235f1520108bb544 AS
SELECT
  "input"."id"
FROM "work"."w_23e6f50790baa8de9b6fb30d" AS "input"
WHERE "input"."subset" = 3;

-- s complement
CREATE TABLE work.w_fca236d62c2017752617e006 AS
SELECT
  "input"."id"
FROM "work"."w_23e6f50790baa8de9b6fb30d" AS "input"
WHERE "input"."subset" IS NULL;
