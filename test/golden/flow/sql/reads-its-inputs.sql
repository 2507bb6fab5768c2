-- fr out
CREATE TABLE work.w_b286f63759774a6255282f78 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) IN (strip_accents(lower('FR')), strip_accents(lower('ES')));

-- q out
CREATE TABLE work.w_0fb67aef4007b33531e417d6 AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id",
  CAST("written"."orders" AS BIGINT) AS "orders"
FROM (
  WITH "input" AS (SELECT "id" FROM "work"."w_b286f63759774a6255282f78")
  SELECT * FROM (
    SELECT i.id, count(o.order_id) AS orders FROM input i JOIN orders o ON o.customer_id = i.id GROUP BY i.id
  ) AS "written"
) AS "written";

-- q complement
CREATE TABLE work.w_95dfa9637774f7fcda46e171 AS
SELECT
  "input"."id"
FROM "work"."w_b286f63759774a6255282f78" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_0fb67aef4007b33531e417d6" AS "among"
)) IS TRUE);
