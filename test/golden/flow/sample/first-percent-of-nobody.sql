-- x out
CREATE TABLE work.w_1f703d91ef6d81b2581afb5a AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) = strip_accents(lower('XX'));

-- s judged
CREATE TABLE work.w_6b4c6e6d4f1ff9e8c11d2c03 AS
SELECT
  "ranked"."id",
  "ranked"."rank" <= ((((
  SELECT
    count(*) AS "n"
  FROM "work"."w_1f703d91ef6d81b2581afb5a" AS "counted"
) * 50) + 50) // 100) AS "sampled"
FROM (
  SELECT
    "input"."id",
    row_number() OVER (ORDER BY "t1"."score" NULLS LAST, "input"."id" NULLS LAST) AS "rank"
  FROM "work"."w_1f703d91ef6d81b2581afb5a" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
) AS "ranked";

-- s out
CREATE TABLE work.w_b5dc01fe69111a32661fbe17 AS
SELECT
  "input"."id"
FROM "work"."w_6b4c6e6d4f1ff9e8c11d2c03" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_cc8f689073a70196ba9a010b AS
SELECT
  "input"."id"
FROM "work"."w_6b4c6e6d4f1ff9e8c11d2c03" AS "input"
WHERE NOT ("input"."sampled");
