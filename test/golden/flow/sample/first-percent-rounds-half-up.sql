-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_961e016b50f26ddd5dc76672 AS
SELECT
  "ranked"."id",
  "ranked"."rank" <= ((((
  SELECT
    count(*) AS "n"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "counted"
) * 25) + 50) // 100) AS "sampled"
FROM (
  SELECT
    "input"."id",
    row_number() OVER (ORDER BY "t1"."score" NULLS LAST, "input"."id" NULLS LAST) AS "rank"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
) AS "ranked";

-- s out
CREATE TABLE work.w_31c8ddb1937d3a8e24ec6a42 AS
SELECT
  "input"."id"
FROM "work"."w_961e016b50f26ddd5dc76672" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_01d17e09b44143a219584f8d AS
SELECT
  "input"."id"
FROM "work"."w_961e016b50f26ddd5dc76672" AS "input"
WHERE NOT ("input"."sampled");
