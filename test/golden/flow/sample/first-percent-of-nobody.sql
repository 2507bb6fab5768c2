-- x out
CREATE TABLE work.w_1f703d91ef6d81b2581afb5a AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) = strip_accents(lower('XX'));

-- s out
CREATE TABLE work.w_e5ae1c62136cf58bfa7b0179 AS
SELECT
  "ranked"."id"
FROM (
  SELECT
    "input"."id",
    row_number() OVER (ORDER BY "t1"."score" NULLS LAST, "input"."id" NULLS LAST) AS "rank"
  FROM "work"."w_1f703d91ef6d81b2581afb5a" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
) AS "ranked"
WHERE "ranked"."rank" <= ((((
  SELECT
    count(*) AS "n"
  FROM "work"."w_1f703d91ef6d81b2581afb5a" AS "counted"
) * 50) + 50) // 100);

-- s complement
CREATE TABLE work.w_e5b61164863df983222d8969 AS
SELECT
  "input"."id"
FROM "work"."w_1f703d91ef6d81b2581afb5a" AS "input"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_e5ae1c62136cf58bfa7b0179" AS "passed"
  WHERE "passed"."id" = "input"."id"
));
