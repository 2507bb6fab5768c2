-- west out
CREATE TABLE work.w_b286f63759774a6255282f78 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) IN (strip_accents(lower('FR')), strip_accents(lower('ES')));

-- t default
CREATE TABLE work.w_f8abdb3e7c0a8c7bc84bb81b AS
SELECT
  "input"."id"
FROM "work"."w_b286f63759774a6255282f78" AS "input"
WHERE FALSE;
