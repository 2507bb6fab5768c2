-- x out
CREATE TABLE work.w_d5ad1f71cfa3fa89c857dc41 AS
SELECT
  CAST("written"."order_id" AS BIGINT) AS "order_id",
  CAST("written"."mail" AS VARCHAR) AS "mail",
  CAST("written"."surname" AS VARCHAR) AS "surname",
  CAST("written"."digits" AS VARCHAR) AS "digits",
  CAST("written"."person" AS BIGINT) AS "person",
  CAST("written"."product" AS VARCHAR) AS "product",
  CAST("written"."points" AS BIGINT) AS "points"
FROM (
  SELECT * FROM (
    SELECT * FROM (VALUES
  (101, ' ANA@example.test', 'GARCIA', '75 019', 1, 'tea', 5),
  (102, 'zoe@example.test', 'Martin', '(75)-007', 2, 'TEA', 3),
  (103, 'ZOE@EXAMPLE.TEST ', 'pétit', '+75019', 3, 'cup', NULL),
  (104, 'nobody@example.test', ' groß ', '', 2, 'pot', 9),
  (105, '', 'smith', NULL, NULL, '', 1),
  (106, NULL, NULL, '10115', 99, NULL, 5)
) AS t(order_id, mail, surname, digits, person, product, points)
  ) AS "written"
) AS "written";

-- r bound
CREATE TABLE work.w_2a86b9d99250e96af387aadc AS
SELECT
  "input"."order_id",
  "input"."mail",
  "input"."surname",
  "input"."digits",
  "input"."person",
  "input"."product",
  "input"."points",
  CASE WHEN "found"."matches" = 1 THEN "found"."theirs_1" END AS "id",
  ("found"."matches" > 1) IS TRUE AS "rejected"
FROM "work"."w_d5ad1f71cfa3fa89c857dc41" AS "input"
LEFT JOIN (
  SELECT
    "pairs"."mine_1",
    min("pairs"."theirs_1") AS "theirs_1",
    count(*) AS "matches"
  FROM (
    SELECT
      "input"."order_id" AS "mine_1",
      "t1"."id" AS "theirs_1"
    FROM "work"."w_d5ad1f71cfa3fa89c857dc41" AS "input"
    JOIN "main"."orders" AS "t2" ON "t2"."order_id" = "input"."order_id"
    JOIN "main"."customers" AS "t1" ON nullif(lower(trim("t1"."email")), '') = nullif(lower(trim("input"."mail")), '')
    WHERE TRUE
  ) AS "pairs"
  GROUP BY "pairs"."mine_1"
) AS "found" ON "found"."mine_1" = "input"."order_id";

-- r out
CREATE TABLE work.w_002c742fd984da6f4b5652aa AS
SELECT
  "input"."order_id",
  "input"."mail",
  "input"."surname",
  "input"."digits",
  "input"."person",
  "input"."product",
  "input"."points",
  "input"."id"
FROM "work"."w_2a86b9d99250e96af387aadc" AS "input"
WHERE NOT (("input"."rejected") IS TRUE);

-- r complement
CREATE TABLE work.w_ba91d2b324fcdb6b1d377e38 AS
SELECT
  "input"."order_id",
  "input"."mail",
  "input"."surname",
  "input"."digits",
  "input"."person",
  "input"."product",
  "input"."points"
FROM "work"."w_2a86b9d99250e96af387aadc" AS "input"
WHERE "input"."rejected";
