-- fr out
CREATE TABLE work.w_cc552a5cb479a32f3725d97a AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) IN (strip_accents(lower('FR')), strip_accents(lower('DE')), strip_accents(lower('IE')));

-- new judged
CREATE TABLE work.w_bd1f364c46f07bdd61de1db2 AS
SELECT
  "input"."id",
  NOT (("t1"."id" IN (
  SELECT
    "passed"."key_1" AS "tie_1"
  FROM "remembered"."m_a6cbb1f40045f8ca654ecb4a" AS "passed"
  WHERE "passed"."version" <= 2 AND "passed"."passed_at" <= TIMESTAMP '2026-05-12 09:30:00.000000'
)) IS TRUE) AS "selected"
FROM "work"."w_cc552a5cb479a32f3725d97a" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- new out
CREATE TABLE work.w_8dfa5d019bf2b03d7dd9116c AS
SELECT
  "input"."id"
FROM "work"."w_bd1f364c46f07bdd61de1db2" AS "input"
WHERE "input"."selected";

-- new complement
CREATE TABLE work.w_b9b9b2e018a7d85e190289f9 AS
SELECT
  "input"."id"
FROM "work"."w_bd1f364c46f07bdd61de1db2" AS "input"
WHERE NOT (("input"."selected") IS TRUE);
