-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_229b90337b577bd917e17a07 AS
SELECT
  "ranked"."id",
  "ranked"."rank" <= 3 AS "sampled"
FROM (
  SELECT
    "input"."id",
    row_number() OVER (ORDER BY sha256(('goldens' || ':' || CAST("input"."id" AS VARCHAR))) NULLS LAST, "input"."id" NULLS LAST) AS "rank"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
) AS "ranked";

-- s out
CREATE TABLE work.w_27c5d38e0c872b2cb026c54a AS
SELECT
  "input"."id"
FROM "work"."w_229b90337b577bd917e17a07" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_6c86f8ca27e538eefd460da6 AS
SELECT
  "input"."id"
FROM "work"."w_229b90337b577bd917e17a07" AS "input"
WHERE NOT ("input"."sampled");
