-- mars out
CREATE TABLE work.w_1f703d91ef6d81b2581afb5a AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) = strip_accents(lower('XX'));

-- q written
CREATE TABLE work.w_bd40975a91a59603fcb32571 AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id"
FROM (
  WITH "input" AS (SELECT * FROM "work"."w_1f703d91ef6d81b2581afb5a")
  SELECT * FROM (
    SELECT id FROM customers WHERE vip
  ) AS "written"
) AS "written";

-- q out
CREATE TABLE work.w_b91d8fded0ccfe829ffdfb62 AS
SELECT
  "input"."id"
FROM "work"."w_bd40975a91a59603fcb32571" AS "input"
WHERE (
  SELECT
    count(*) AS "n"
  FROM "work"."w_1f703d91ef6d81b2581afb5a" AS "counted"
) > 0;
