-- x out
CREATE TABLE work.w_ba2348e7be3c8c75abc8054a AS
SELECT
  "row"."order_id",
  "row"."line"
FROM "main"."lines" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_37dbaefc78bcd4213d6775c3 AS
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
    "among"."order_id" AS "tie_1",
    "among"."line" AS "tie_2"
  FROM "first" AS "among"
)) IS TRUE AS "sampled"
FROM "work"."w_ba2348e7be3c8c75abc8054a" AS "input";

-- s out
CREATE TABLE work.w_8042f4ace6c636b98c6ffaec AS
SELECT
  "input"."order_id",
  "input"."line"
FROM "work"."w_37dbaefc78bcd4213d6775c3" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_4e460cff022d68fdffc97f2e AS
SELECT
  "input"."order_id",
  "input"."line"
FROM "work"."w_37dbaefc78bcd4213d6775c3" AS "input"
WHERE NOT ("input"."sampled");
