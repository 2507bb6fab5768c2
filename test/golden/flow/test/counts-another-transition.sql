-- west out
CREATE TABLE work.w_b286f63759774a6255282f78 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) IN (strip_accents(lower('FR')), strip_accents(lower('ES')));

-- kept judged
CREATE TABLE work.w_f5fbfbdfa9f1cb28e2bfab2c AS
SELECT
  "input"."id",
  (strip_accents(lower("t1"."country")) IN (strip_accents(lower('FR')))) IS TRUE AS "selected"
FROM "work"."w_b286f63759774a6255282f78" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- kept out
CREATE TABLE work.w_aaf620e5ba05f64b441ce34e AS
SELECT
  "input"."id"
FROM "work"."w_f5fbfbdfa9f1cb28e2bfab2c" AS "input"
WHERE "input"."selected";

-- kept complement
CREATE TABLE work.w_c77d39e8debd5aa0ca94b53f AS
SELECT
  "input"."id"
FROM "work"."w_f5fbfbdfa9f1cb28e2bfab2c" AS "input"
WHERE NOT (("input"."selected") IS TRUE);

-- t enough
CREATE TABLE work.w_1ee7fc0b04b933d92ed11ad0 AS
SELECT
  "input"."id"
FROM "work"."w_b286f63759774a6255282f78" AS "input"
WHERE (
  SELECT
    count(*) AS "n"
  FROM "work"."w_c77d39e8debd5aa0ca94b53f" AS "counted"
) = 2;

-- t default
CREATE TABLE work.w_ba0aa3c2333692dad63376d2 AS
SELECT
  "input"."id"
FROM "work"."w_b286f63759774a6255282f78" AS "input"
WHERE NOT ((
  SELECT
    count(*) AS "n"
  FROM "work"."w_c77d39e8debd5aa0ca94b53f" AS "counted"
) = 2);
