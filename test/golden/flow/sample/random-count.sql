-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s out
CREATE TABLE work.w_ba627a106c2b0359028c5eb2 AS
SELECT
  "ranked"."id"
FROM (
  SELECT
    "input"."id",
    row_number() OVER (ORDER BY sha256(('goldens' || ':' || CAST("input"."id" AS VARCHAR))) NULLS LAST, "input"."id" NULLS LAST) AS "rank"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
) AS "ranked"
WHERE "ranked"."rank" <= 3;

-- s complement
CREATE TABLE work.w_b13c837200b0569cb3c846f0 AS
SELECT
  "input"."id"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_ba627a106c2b0359028c5eb2" AS "passed"
  WHERE "passed"."id" = "input"."id"
));
