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

-- r matched
CREATE TABLE work.w_6ba7eb7cabb92cb5b424779e AS
SELECT
  "found"."theirs_1" AS "id",
  "input"."mail",
  "input"."surname",
  "input"."digits",
  "input"."person",
  "input"."product",
  "input"."points",
  "found"."mine_1" AS "from_order_id"
FROM (
  SELECT
    "pair"."mine_1",
    "pair"."theirs_1",
    row_number() OVER (PARTITION BY "pair"."theirs_1" ORDER BY "pair"."mine_1" NULLS LAST) AS "turn"
  FROM (
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
      JOIN "main"."customers" AS "t1" ON nullif(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace("t1"."postcode", '^([^0-9]*(?:[+]|00).*?)[(]0[)]', '\1', 'g'), '[^0-9+]', '', 'g'), '^[+]*00', '+', 'g'), '([0-9+])[+]+', '\1', 'g'), '^[+]$', '', 'g'), '') = nullif(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace("input"."digits", '^([^0-9]*(?:[+]|00).*?)[(]0[)]', '\1', 'g'), '[^0-9+]', '', 'g'), '^[+]*00', '+', 'g'), '([0-9+])[+]+', '\1', 'g'), '^[+]$', '', 'g'), '')
      WHERE TRUE
    ) AS "pairs"
    GROUP BY "pairs"."mine_1"
  ) AS "pair"
  WHERE "pair"."matches" = 1
) AS "found"
JOIN "work"."w_d5ad1f71cfa3fa89c857dc41" AS "input" ON "found"."mine_1" = "input"."order_id"
WHERE "found"."turn" = 1;

-- r out
CREATE TABLE work.w_2a64abd6c17e44484e05e97c AS
SELECT
  "input"."id",
  "input"."mail",
  "input"."surname",
  "input"."digits",
  "input"."person",
  "input"."product",
  "input"."points"
FROM "work"."w_6ba7eb7cabb92cb5b424779e" AS "input"
WHERE TRUE;

-- r complement
CREATE TABLE work.w_fa8a050adc1f3f79e3aae062 AS
SELECT
  "input"."order_id",
  "input"."mail",
  "input"."surname",
  "input"."digits",
  "input"."person",
  "input"."product",
  "input"."points"
FROM "work"."w_d5ad1f71cfa3fa89c857dc41" AS "input"
WHERE NOT (("input"."order_id" IN (
  SELECT
    "matched"."from_order_id" AS "tie_1"
  FROM "work"."w_6ba7eb7cabb92cb5b424779e" AS "matched"
)) IS TRUE);
