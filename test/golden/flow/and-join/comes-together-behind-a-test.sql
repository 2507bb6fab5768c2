-- west out
CREATE TABLE work.w_b286f63759774a6255282f78 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) IN (strip_accents(lower('FR')), strip_accents(lower('ES')));

-- t many
CREATE TABLE work.w_fd4c3d1159dea11f4822ca88 AS
SELECT
  "input"."id"
FROM "work"."w_b286f63759774a6255282f78" AS "input"
WHERE (
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
) > 3;

-- t default
CREATE TABLE work.w_26955cfabb4e7339e49a81a0 AS
SELECT
  "input"."id"
FROM "work"."w_b286f63759774a6255282f78" AS "input"
WHERE NOT ((
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
) > 3);

-- fr out
CREATE TABLE work.w_cee141543b7bd1e64b2841e6 AS
SELECT
  "input"."id"
FROM "work"."w_fd4c3d1159dea11f4822ca88" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
WHERE strip_accents(lower("t1"."country")) IN (strip_accents(lower('FR')));

-- no out
CREATE TABLE work.w_c8be673425e6b8ecdd239a6d AS
SELECT
  "input"."id"
FROM "work"."w_cee141543b7bd1e64b2841e6" AS "input"
WHERE NOT ((
  SELECT
    count(*) AS "n"
  FROM "work"."w_b286f63759774a6255282f78" AS "counted"
) > 3);
