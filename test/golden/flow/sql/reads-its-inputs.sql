-- fr out
CREATE TABLE work.w_b286f63759774a6255282f78 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) IN (strip_accents(lower('FR')), strip_accents(lower('ES')));

-- q out
CREATE TABLE work.w_a1b905d5b45004f0f520bfb5 AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id",
  CAST("written"."orders" AS BIGINT) AS "orders"
FROM (
  WITH "input" AS (SELECT * FROM "work"."w_b286f63759774a6255282f78")
  SELECT * FROM (
    SELECT i.id, count(o.order_id) AS orders FROM input i JOIN orders o ON o.customer_id = i.id GROUP BY i.id
  ) AS "written"
) AS "written";

-- q complement
CREATE TABLE work.w_b7d8a5ee6de5e89eb3cbbf5d AS
SELECT
  "input"."id"
FROM "work"."w_b286f63759774a6255282f78" AS "input"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_a1b905d5b45004f0f520bfb5" AS "passed"
  WHERE "passed"."id" = "input"."id"
));
