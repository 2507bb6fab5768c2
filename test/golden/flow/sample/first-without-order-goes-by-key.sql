-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_046cc64682398cda7fddf09d AS
WITH "first" AS MATERIALIZED (
  SELECT
    "input"."id"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
  ORDER BY "input"."id" NULLS LAST
  LIMIT ((((
    SELECT
      count(*) AS "n"
    FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "counted"
  ) * 14999999) + 50000000) // 100000000)
)
SELECT
  "input"."id",
  ("input"."id" IN (
  SELECT
    "first"."id" AS "tie_1"
  FROM "first" AS "first"
)) IS TRUE AS "sampled"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input";

-- s out
CREATE TABLE work.w_3b5a0970032b3265b6c31038 AS
SELECT
  "input"."id"
FROM "work"."w_046cc64682398cda7fddf09d" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_f55dc0fda1d17570730b5624 AS
SELECT
  "input"."id"
FROM "work"."w_046cc64682398cda7fddf09d" AS "input"
WHERE NOT ("input"."sampled");
