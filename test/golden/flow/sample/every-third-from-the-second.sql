-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s out
CREATE TABLE work.w_9db74387c01ef49df25d2caf AS
SELECT
  "ranked"."id"
FROM (
  SELECT
    "input"."id",
    row_number() OVER (ORDER BY "t1"."score" NULLS LAST, "input"."id" NULLS LAST) AS "rank"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
) AS "ranked"
WHERE "ranked"."rank" >= 2 AND (("ranked"."rank" - 2) % 3) = 0;

-- s complement
CREATE TABLE work.w_7742f121ddeef92cbb8217a5 AS
SELECT
  "input"."id"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_9db74387c01ef49df25d2caf" AS "passed"
  WHERE "passed"."id" = "input"."id"
));
