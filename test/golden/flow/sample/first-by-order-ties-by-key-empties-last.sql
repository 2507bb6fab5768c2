-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_f81d9df73baaf677ecaea6bf AS
SELECT
  "ranked"."id",
  "ranked"."rank" <= 4 AS "sampled"
FROM (
  SELECT
    "input"."id",
    row_number() OVER (ORDER BY "t1"."score" DESC NULLS LAST, "input"."id" NULLS LAST) AS "rank"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
) AS "ranked";

-- s out
CREATE TABLE work.w_214b0d0ad6ed829f6b1bf46d AS
SELECT
  "input"."id"
FROM "work"."w_f81d9df73baaf677ecaea6bf" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_28688bbc291a9851b1372eed AS
SELECT
  "input"."id"
FROM "work"."w_f81d9df73baaf677ecaea6bf" AS "input"
WHERE NOT ("input"."sampled");
