-- x out
CREATE TABLE work.w_ba2348e7be3c8c75abc8054a AS
SELECT
  "row"."order_id",
  "row"."line"
FROM "main"."lines" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_3d756a31aa4de99b92cba480 AS
WITH "first" AS MATERIALIZED (
  SELECT
    "input"."order_id",
    "input"."line"
  FROM "work"."w_ba2348e7be3c8c75abc8054a" AS "input"
  ORDER BY sha256(('goldens' || ':' || CAST("input"."order_id" AS VARCHAR) || ':' || CAST("input"."line" AS VARCHAR))) NULLS LAST, "input"."order_id" NULLS LAST, "input"."line" NULLS LAST
  LIMIT ((((
    SELECT
      count(*) AS "n"
    FROM "work"."w_ba2348e7be3c8c75abc8054a" AS "counted"
  ) * 50) + 50) // 100)
)
SELECT
  "input"."order_id",
  "input"."line",
  (("input"."order_id", "input"."line") IN (
  SELECT
    "first"."order_id" AS "tie_1",
    "first"."line" AS "tie_2"
  FROM "first" AS "first"
)) IS TRUE AS "sampled"
FROM "work"."w_ba2348e7be3c8c75abc8054a" AS "input";

-- s out
CREATE TABLE work.w_d4f89e670c8d0a5b6785482d AS
SELECT
  "input"."order_id",
  "input"."line"
FROM "work"."w_3d756a31aa4de99b92cba480" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_50619c3e281965f3c863b428 AS
SELECT
  "input"."order_id",
  "input"."line"
FROM "work"."w_3d756a31aa4de99b92cba480" AS "input"
WHERE NOT ("input"."sampled");
