-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_9a1ae346bfa37746c8b4be3f AS
SELECT
  "ranked"."id",
  "ranked"."rank" <= ((((
  SELECT
    count(*) AS "n"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "counted"
) * 14999999) + 50000000) // 100000000) AS "sampled"
FROM (
  SELECT
    "input"."id",
    row_number() OVER (ORDER BY "input"."id" NULLS LAST) AS "rank"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
) AS "ranked";

-- s out
CREATE TABLE work.w_722c2d6783b774ace45a4697 AS
SELECT
  "input"."id"
FROM "work"."w_9a1ae346bfa37746c8b4be3f" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_7d8573823742af5136b571f3 AS
SELECT
  "input"."id"
FROM "work"."w_9a1ae346bfa37746c8b4be3f" AS "input"
WHERE NOT ("input"."sampled");
