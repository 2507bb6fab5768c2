-- fr out
CREATE TABLE work.w_cc552a5cb479a32f3725d97a AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) IN (strip_accents(lower('FR')), strip_accents(lower('DE')), strip_accents(lower('IE')));

-- new judged
CREATE TABLE work.w_0c939f1e0da6257ce8600104 AS
SELECT
  "input"."id",
  NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "remembered"."m_a6cbb1f40045f8ca654ecb4a" AS "passed"
  WHERE "passed"."key_1" = "t1"."id" AND "passed"."version" <= 2 AND "passed"."passed_at" <= TIMESTAMP '2026-05-12 09:30:00.000000'
)) AS "selected"
FROM "work"."w_cc552a5cb479a32f3725d97a" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- new out
CREATE TABLE work.w_7eaf9eee26456840f1938e5d AS
SELECT
  "input"."id"
FROM "work"."w_0c939f1e0da6257ce8600104" AS "input"
WHERE "input"."selected";

-- new complement
CREATE TABLE work.w_fc982bc99c4caca2709bfc5e AS
SELECT
  "input"."id"
FROM "work"."w_0c939f1e0da6257ce8600104" AS "input"
WHERE NOT (("input"."selected") IS TRUE);
