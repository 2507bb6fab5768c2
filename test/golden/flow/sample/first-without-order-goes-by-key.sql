-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s out
CREATE TABLE work.w_31bc65286176988e0aaabdbf AS
SELECT
  "ranked"."id"
FROM (
  SELECT
    "input"."id",
    row_number() OVER (ORDER BY "input"."id" NULLS LAST) AS "rank"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
) AS "ranked"
WHERE "ranked"."rank" <= ((((
  SELECT
    count(*) AS "n"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "counted"
) * 14999999) + 50000000) // 100000000);

-- s complement
CREATE TABLE work.w_7e731a90238773f0265659db AS
SELECT
  "input"."id"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_31bc65286176988e0aaabdbf" AS "passed"
  WHERE "passed"."id" = "input"."id"
));
