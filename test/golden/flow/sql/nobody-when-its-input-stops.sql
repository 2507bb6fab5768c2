-- mars out
CREATE TABLE work.w_1f703d91ef6d81b2581afb5a AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) = strip_accents(lower('XX'));

-- q written
CREATE TABLE work.w_9b02773b1c071ca2ce40f52d AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id"
FROM (
  WITH "input" AS (SELECT "id" FROM "work"."w_1f703d91ef6d81b2581afb5a")
  SELECT * FROM (
    SELECT id FROM customers WHERE vip
  ) AS "written"
) AS "written";

-- q out
CREATE TABLE work.w_bccadea049b0019c9218de4b AS
SELECT
  "input"."id"
FROM "work"."w_9b02773b1c071ca2ce40f52d" AS "input"
WHERE (
  SELECT
    count(*) AS "n"
  FROM "work"."w_1f703d91ef6d81b2581afb5a" AS "counted"
) > 0;
