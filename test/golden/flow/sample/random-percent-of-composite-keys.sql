-- x out
CREATE TABLE work.w_ba2348e7be3c8c75abc8054a AS
SELECT
  "row"."order_id",
  "row"."line"
FROM "main"."lines" AS "row"
WHERE TRUE;

-- s out
CREATE TABLE work.w_1e1f4651fa427dce92822772 AS
SELECT
  "ranked"."order_id",
  "ranked"."line"
FROM (
  SELECT
    "input"."order_id",
    "input"."line",
    row_number() OVER (ORDER BY sha256(('goldens' || ':' || CAST("input"."order_id" AS VARCHAR) || ':' || CAST("input"."line" AS VARCHAR))) NULLS LAST, "input"."order_id" NULLS LAST, "input"."line" NULLS LAST) AS "rank"
  FROM "work"."w_ba2348e7be3c8c75abc8054a" AS "input"
) AS "ranked"
WHERE "ranked"."rank" <= ((((
  SELECT
    count(*) AS "n"
  FROM "work"."w_ba2348e7be3c8c75abc8054a" AS "counted"
) * 50) + 50) // 100);

-- s complement
CREATE TABLE work.w_edd7d4c7184849317e212a61 AS
SELECT
  "input"."order_id",
  "input"."line"
FROM "work"."w_ba2348e7be3c8c75abc8054a" AS "input"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_1e1f4651fa427dce92822772" AS "passed"
  WHERE "passed"."order_id" = "input"."order_id" AND "passed"."line" = "input"."line"
));
