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
CREATE TABLE work.w_1422a4a53c812c8245f4d6ca AS
SELECT
  "input"."order_id",
  "input"."mail",
  "input"."surname",
  "input"."digits",
  "input"."person",
  "input"."product",
  "input"."points",
  "found"."theirs_1" AS "id",
  FALSE AS "rejected"
FROM "work"."w_d5ad1f71cfa3fa89c857dc41" AS "input"
LEFT JOIN (
  SELECT
    "pairs"."mine_1",
    "pairs"."theirs_1"
  FROM (
    SELECT
      "input"."order_id" AS "mine_1",
      "t1"."id" AS "theirs_1",
      row_number() OVER (PARTITION BY "input"."order_id" ORDER BY "t1"."id" NULLS LAST) AS "choice"
    FROM "work"."w_d5ad1f71cfa3fa89c857dc41" AS "input"
    JOIN "main"."orders" AS "t2" ON "t2"."order_id" = "input"."order_id"
    JOIN "main"."customers" AS "t1" ON nullif(lower(trim("t1"."email")), '') = nullif(lower(trim("input"."mail")), '')
    WHERE TRUE
  ) AS "pairs"
  WHERE "pairs"."choice" = 1
) AS "found" ON "found"."mine_1" = "input"."order_id";

-- r out
CREATE TABLE work.w_3ff11ab19cc2959e7a6f5616 AS
SELECT
  "input"."order_id",
  "input"."mail",
  "input"."surname",
  "input"."digits",
  "input"."person",
  "input"."product",
  "input"."points",
  "input"."id"
FROM "work"."w_1422a4a53c812c8245f4d6ca" AS "input"
WHERE NOT (("input"."rejected") IS TRUE);

-- r complement
CREATE TABLE work.w_061f46850c57efea11873a65 AS
SELECT
  "input"."order_id",
  "input"."mail",
  "input"."surname",
  "input"."digits",
  "input"."person",
  "input"."product",
  "input"."points"
FROM "work"."w_1422a4a53c812c8245f4d6ca" AS "input"
WHERE "input"."rejected";
