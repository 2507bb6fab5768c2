-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s out
CREATE TABLE work.w_8957dcb1d6b17247d9a55307 AS
SELECT
  "ranked"."id"
FROM (
  SELECT
    "input"."id",
    row_number() OVER (ORDER BY "t1"."score" NULLS LAST, "input"."id" NULLS LAST) AS "rank"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
) AS "ranked"
WHERE "ranked"."rank" <= ((((
  SELECT
    count(*) AS "n"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "counted"
) * 25) + 50) // 100);

-- s complement
CREATE TABLE work.w_b2bcf370b365392d93ed55b1 AS
SELECT
  "input"."id"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_8957dcb1d6b17247d9a55307" AS "passed"
  WHERE "passed"."id" = "input"."id"
));
