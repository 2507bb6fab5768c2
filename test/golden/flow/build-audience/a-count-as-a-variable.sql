-- west out
CREATE TABLE work.w_b286f63759774a6255282f78 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) IN (strip_accents(lower('FR')), strip_accents(lower('ES')));

-- few out
CREATE TABLE work.w_74f85569a1e097307e349030 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."id" <= (
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
);
