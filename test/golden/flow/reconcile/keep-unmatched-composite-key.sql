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
CREATE TABLE work.w_05d92f22d2a8bac1b46b36ac AS
SELECT
  "input"."order_id",
  "input"."mail",
  "input"."surname",
  "input"."digits",
  "input"."person",
  "input"."product",
  "input"."points",
  CASE WHEN "found"."matches" = 1 THEN "found"."theirs_1" END AS "order_id_",
  CASE WHEN "found"."matches" = 1 THEN "found"."theirs_2" END AS "line",
  ("found"."matches" > 1) IS TRUE AS "rejected"
FROM "work"."w_d5ad1f71cfa3fa89c857dc41" AS "input"
LEFT JOIN (
  SELECT
    "pairs"."mine_1",
    min("pairs"."theirs_1") AS "theirs_1",
    min("pairs"."theirs_2") AS "theirs_2",
    count(*) AS "matches"
  FROM (
    SELECT
      "input"."order_id" AS "mine_1",
      "t1"."order_id" AS "theirs_1",
      "t1"."line" AS "theirs_2"
    FROM "work"."w_d5ad1f71cfa3fa89c857dc41" AS "input"
    JOIN "main"."orders" AS "t2" ON "t2"."order_id" = "input"."order_id"
    JOIN "main"."lines" AS "t1" ON "t1"."order_id" = "t2"."order_id" AND nullif(strip_accents(lower(trim("t1"."product"))), '') = nullif(strip_accents(lower(trim("input"."product"))), '')
    WHERE TRUE
  ) AS "pairs"
  GROUP BY "pairs"."mine_1"
) AS "found" ON "found"."mine_1" = "input"."order_id";

-- r out
CREATE TABLE work.w_97fb763761c7c7aa641c89e2 AS
SELECT
  "input"."order_id",
  "input"."mail",
  "input"."surname",
  "input"."digits",
  "input"."person",
  "input"."product",
  "input"."points",
  "input"."order_id_",
  "input"."line"
FROM "work"."w_05d92f22d2a8bac1b46b36ac" AS "input"
WHERE NOT (("input"."rejected") IS TRUE);

-- r complement
CREATE TABLE work.w_df048a802a87833eaaad8435 AS
SELECT
  "input"."order_id",
  "input"."mail",
  "input"."surname",
  "input"."digits",
  "input"."person",
  "input"."product",
  "input"."points"
FROM "work"."w_05d92f22d2a8bac1b46b36ac" AS "input"
WHERE "input"."rejected";
