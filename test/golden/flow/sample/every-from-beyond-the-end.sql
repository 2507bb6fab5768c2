-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_926acdd56e3c92059138405a AS
SELECT
  "ranked"."id",
  ("ranked"."rank" >= 11 AND (("ranked"."rank" - 11) % 1) = 0) AS "sampled"
FROM (
  SELECT
    "input"."id",
    row_number() OVER (ORDER BY "input"."id" NULLS LAST) AS "rank"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
) AS "ranked";

-- s out
CREATE TABLE work.w_e36a23fbb5af4511fefbc63e AS
SELECT
  "input"."id"
FROM "work"."w_926acdd56e3c92059138405a" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_aca77b10a707e082299a6ca8 AS
SELECT
  "input"."id"
FROM "work"."w_926acdd56e3c92059138405a" AS "input"
WHERE NOT ("input"."sampled");
