-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_d82a1692a33c41ab2c954fa4 AS
SELECT
  "ranked"."id",
  "ranked"."rank" <= 99 AS "sampled"
FROM (
  SELECT
    "input"."id",
    row_number() OVER (ORDER BY sha256(('goldens' || ':' || CAST("input"."id" AS VARCHAR))) NULLS LAST, "input"."id" NULLS LAST) AS "rank"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
) AS "ranked";

-- s out
CREATE TABLE work.w_6381bfadac2139fb8e04c42b AS
SELECT
  "input"."id"
FROM "work"."w_d82a1692a33c41ab2c954fa4" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_056bb9803165f70f0e46cdda AS
SELECT
  "input"."id"
FROM "work"."w_d82a1692a33c41ab2c954fa4" AS "input"
WHERE NOT ("input"."sampled");
