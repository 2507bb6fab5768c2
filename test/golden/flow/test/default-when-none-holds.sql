-- west out
CREATE TABLE work.w_b286f63759774a6255282f78 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) IN (strip_accents(lower('FR')), strip_accents(lower('ES')));

-- t many
CREATE TABLE work.w_e2607e45d8d2e491ebc36bac AS
SELECT
  "input"."id"
FROM "work"."w_b286f63759774a6255282f78" AS "input"
WHERE (
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
) > 100;

-- t default
CREATE TABLE work.w_f6f2e42f48d3f4a8edf48354 AS
SELECT
  "input"."id"
FROM "work"."w_b286f63759774a6255282f78" AS "input"
WHERE NOT ((
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
) > 100);
