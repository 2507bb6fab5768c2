-- west out
CREATE TABLE work.w_b286f63759774a6255282f78 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) IN (strip_accents(lower('FR')), strip_accents(lower('ES')));

-- t many
CREATE TABLE work.w_6cb362aefa7f723e83de0d88 AS
SELECT
  "input"."id"
FROM "work"."w_b286f63759774a6255282f78" AS "input"
WHERE (
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
) > 4;

-- t some
CREATE TABLE work.w_06552a00720310d704fb66c4 AS
SELECT
  "input"."id"
FROM "work"."w_b286f63759774a6255282f78" AS "input"
WHERE NOT ((
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
) > 4) AND (
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
) >= 2 AND (
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
) <= 4;

-- t any
CREATE TABLE work.w_edf09bd61aa009acd036ddf4 AS
SELECT
  "input"."id"
FROM "work"."w_b286f63759774a6255282f78" AS "input"
WHERE NOT ((
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
) > 4) AND NOT (((
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
) >= 2 AND (
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
) <= 4)) AND (
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
) >= 0;

-- t default
CREATE TABLE work.w_974e2240f5b947d629d027c8 AS
SELECT
  "input"."id"
FROM "work"."w_b286f63759774a6255282f78" AS "input"
WHERE NOT ((
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
) > 4) AND NOT (((
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
) >= 2 AND (
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
) <= 4)) AND NOT ((
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
) >= 0);

-- t complement
CREATE TABLE work.w_f8abdb3e7c0a8c7bc84bb81b AS
SELECT
  "input"."id"
FROM "work"."w_b286f63759774a6255282f78" AS "input"
WHERE FALSE;
