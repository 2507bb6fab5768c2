-- x out
CREATE TABLE work.w_ba2348e7be3c8c75abc8054a AS
SELECT
  "row"."order_id",
  "row"."line"
FROM "main"."lines" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_c77dcf7d475b9e5fa6d67aec AS
SELECT
  "ranked"."order_id",
  "ranked"."line",
  "ranked"."rank" <= ((((
  SELECT
    count(*) AS "n"
  FROM "work"."w_ba2348e7be3c8c75abc8054a" AS "counted"
) * 50) + 50) // 100) AS "sampled"
FROM (
  SELECT
    "input"."order_id",
    "input"."line",
    row_number() OVER (ORDER BY sha256(('goldens' || ':' || CAST("input"."order_id" AS VARCHAR) || ':' || CAST("input"."line" AS VARCHAR))) NULLS LAST, "input"."order_id" NULLS LAST, "input"."line" NULLS LAST) AS "rank"
  FROM "work"."w_ba2348e7be3c8c75abc8054a" AS "input"
) AS "ranked";

-- s out
CREATE TABLE work.w_f6e9d80cc713c2fa7a31e4e6 AS
SELECT
  "input"."order_id",
  "input"."line"
FROM "work"."w_c77dcf7d475b9e5fa6d67aec" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_919176ba23184edd6d6b09f4 AS
SELECT
  "input"."order_id",
  "input"."line"
FROM "work"."w_c77dcf7d475b9e5fa6d67aec" AS "input"
WHERE NOT ("input"."sampled");
