-- x out
CREATE TABLE work.w_1f703d91ef6d81b2581afb5a AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) = strip_accents(lower('XX'));

-- s judged
CREATE TABLE work.w_2f99b633d031bfd792ead525 AS
WITH "first" AS MATERIALIZED (
  SELECT
    "input"."id"
  FROM "work"."w_1f703d91ef6d81b2581afb5a" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
  ORDER BY "t1"."score" NULLS LAST, "input"."id" NULLS LAST
  LIMIT ((((
    SELECT
      count(*) AS "n"
    FROM "work"."w_1f703d91ef6d81b2581afb5a" AS "counted"
  ) * 50) + 50) // 100)
)
SELECT
  "input"."id",
  ("input"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "first" AS "among"
)) IS TRUE AS "sampled"
FROM "work"."w_1f703d91ef6d81b2581afb5a" AS "input";

-- s out
CREATE TABLE work.w_d234931d4fa248d2095ebd96 AS
SELECT
  "input"."id"
FROM "work"."w_2f99b633d031bfd792ead525" AS "input"
WHERE "input"."sampled";

-- s complement
CREATE TABLE work.w_da6b1276b5eece3411cbba64 AS
SELECT
  "input"."id"
FROM "work"."w_2f99b633d031bfd792ead525" AS "input"
WHERE NOT ("input"."sampled");
