-- fr out
CREATE TABLE work.w_b286f63759774a6255282f78 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) IN (strip_accents(lower('FR')), strip_accents(lower('ES')));

-- q out
CREATE TABLE work.w_9f540d302d39bcc824988716 AS
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
CREATE TABLE work.w_2e2de98672cb6b1c3d9a9d4b AS
SELECT
  "input"."id"
FROM "work"."w_b286f63759774a6255282f78" AS "input"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_9f540d302d39bcc824988716" AS "passed"
  WHERE "passed"."id" = "input"."id"
));
