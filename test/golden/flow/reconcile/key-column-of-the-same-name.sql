-- x out
CREATE TABLE work.w_e040fb3a42b65d57cf6b23ec AS
SELECT
  CAST("written"."order_id" AS BIGINT) AS "order_id",
  CAST("written"."id" AS BIGINT) AS "id",
  CAST("written"."channel" AS VARCHAR) AS "channel"
FROM (
  SELECT * FROM (
    SELECT order_id, customer_id AS id, channel FROM orders
  ) AS "written"
) AS "written";

-- r matched
CREATE TABLE work.w_ea4f29530039224e2f13b807 AS
SELECT
  "found"."theirs_1" AS "id",
  "input"."channel",
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
      FROM "work"."w_e040fb3a42b65d57cf6b23ec" AS "input"
      JOIN "main"."orders" AS "t2" ON "t2"."order_id" = "input"."order_id"
      JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
      WHERE TRUE
    ) AS "pairs"
    GROUP BY "pairs"."mine_1"
  ) AS "pair"
  WHERE "pair"."matches" = 1
) AS "found"
JOIN "work"."w_e040fb3a42b65d57cf6b23ec" AS "input" ON "found"."mine_1" = "input"."order_id"
WHERE "found"."turn" = 1;

-- r out
CREATE TABLE work.w_d2eceb2d023b52ea1732e93a AS
SELECT
  "input"."id",
  "input"."channel"
FROM "work"."w_ea4f29530039224e2f13b807" AS "input"
WHERE TRUE;

-- r complement
CREATE TABLE work.w_d137055b7b1f01cf2062bfb5 AS
SELECT
  "input"."order_id",
  "input"."id",
  "input"."channel"
FROM "work"."w_e040fb3a42b65d57cf6b23ec" AS "input"
WHERE NOT (("input"."order_id" IN (
  SELECT
    "matched"."from_order_id" AS "tie_1"
  FROM "work"."w_ea4f29530039224e2f13b807" AS "matched"
)) IS TRUE);
