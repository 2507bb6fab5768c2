-- a out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- b out
CREATE TABLE work.w_cea691ab44dd52d5962d7973 AS
SELECT
  CAST("written"."order_id" AS BIGINT) AS "order_id",
  CAST("written"."country" AS VARCHAR) AS "country",
  CAST("written"."who" AS VARCHAR) AS "who"
FROM (
  SELECT * FROM (
    SELECT * FROM (VALUES (101, 'ES', 'Ana'), (102, NULL, 'Zoë'), (103, '', 'No'), (104, 'DE', NULL)) AS t(order_id, country, who)
  ) AS "written"
) AS "written";

-- c judged
CREATE TABLE work.w_4188d82435ee4b03675a47b2 AS
SELECT
  "input"."id",
  EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_cea691ab44dd52d5962d7973" AS "other"
  JOIN "main"."orders" AS "t1" ON "t1"."order_id" = "other"."order_id"
  WHERE nullif("other"."country", '') = nullif("t2"."country", '') AND nullif("other"."who", '') = nullif("t2"."first_name", '')
) AS "removed"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t2" ON "t2"."id" = "input"."id";

-- c out
CREATE TABLE work.w_c8a672221e3dde7bd3199b2d AS
SELECT
  "input"."id"
FROM "work"."w_4188d82435ee4b03675a47b2" AS "input"
WHERE NOT ("input"."removed");

-- c complement
CREATE TABLE work.w_ad98680b1858bc1d34edf55b AS
SELECT
  "input"."id"
FROM "work"."w_4188d82435ee4b03675a47b2" AS "input"
WHERE "input"."removed";
