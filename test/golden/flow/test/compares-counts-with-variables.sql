-- west out
CREATE TABLE work.w_b286f63759774a6255282f78 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) IN (strip_accents(lower('FR')), strip_accents(lower('ES')));

-- t small
CREATE TABLE work.w_673aa1a585504e0ebe135622 AS
SELECT
  "input"."id"
FROM "work"."w_b286f63759774a6255282f78" AS "input"
WHERE (
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
) <= 3;

-- t large
CREATE TABLE work.w_9a3e9cd9e7933baefb163fee AS
SELECT
  "input"."id"
FROM "work"."w_b286f63759774a6255282f78" AS "input"
WHERE NOT ((
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
) <= 3) AND (
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
) > 3 AND (
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
) > 3.5;
