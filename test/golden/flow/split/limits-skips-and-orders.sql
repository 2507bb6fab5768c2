-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s top
CREATE TABLE work.w_8604de3a066704add4294040 AS
SELECT
  "ranked"."id"
FROM (
  SELECT
    "input"."id",
    row_number() OVER (ORDER BY "t1"."score" DESC NULLS LAST, "input"."id" NULLS LAST) AS "rank_in_subset"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
  WHERE TRUE
) AS "ranked"
WHERE "ranked"."rank_in_subset" > 1 AND "ranked"."rank_in_subset" <= 3;

-- s left-1
CREATE TABLE work.w_f155bb344fc88429f1489418 AS
SELECT
  "input"."id"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_8604de3a066704add4294040" AS "passed"
  WHERE "passed"."id" = "input"."id"
));

-- s half
CREATE TABLE work.w_408836de292e05773efc25f2 AS
SELECT
  "ranked"."id"
FROM (
  SELECT
    "input"."id",
    row_number() OVER (ORDER BY sha256(('goldens' || ':' || CAST("input"."id" AS VARCHAR))) NULLS LAST, "input"."id" NULLS LAST) AS "rank_in_subset"
  FROM "work"."w_f155bb344fc88429f1489418" AS "input"
  WHERE TRUE
) AS "ranked"
WHERE "ranked"."rank_in_subset" <= (CAST(floor(((((
  SELECT
    count(*) AS "n"
  FROM "work"."w_f155bb344fc88429f1489418" AS "counted"
) * 50) / 100) + 0.5)) AS BIGINT) + 0);

-- s left-2
CREATE TABLE work.w_f6eec8b002c1dc4db0c74a10 AS
SELECT
  "input"."id"
FROM "work"."w_f155bb344fc88429f1489418" AS "input"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_408836de292e05773efc25f2" AS "passed"
  WHERE "passed"."id" = "input"."id"
));

-- s tenth
CREATE TABLE work.w_d7c0d82b28b6a4ec1812b714 AS
SELECT
  "ranked"."id"
FROM (
  SELECT
    "input"."id",
    row_number() OVER (ORDER BY sha256(('goldens' || ':' || CAST("input"."id" AS VARCHAR))) NULLS LAST, "input"."id" NULLS LAST) AS "rank_in_subset"
  FROM "work"."w_f6eec8b002c1dc4db0c74a10" AS "input"
  WHERE TRUE
) AS "ranked"
WHERE "ranked"."rank_in_subset" <= (CAST(floor(((((
  SELECT
    count(*) AS "n"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "counted"
) * 10) / 100) + 0.5)) AS BIGINT) + 0);

-- s left-3
CREATE TABLE work.w_4015c74d80d6239599983b92 AS
SELECT
  "input"."id"
FROM "work"."w_f6eec8b002c1dc4db0c74a10" AS "input"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_d7c0d82b28b6a4ec1812b714" AS "passed"
  WHERE "passed"."id" = "input"."id"
));
