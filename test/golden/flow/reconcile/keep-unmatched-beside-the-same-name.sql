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

-- r bound
CREATE TABLE work.w_2ce473a1ce404d1f964f718f AS
SELECT
  "input"."order_id",
  "input"."id",
  "input"."channel",
  CASE WHEN "found"."matches" = 1 THEN "found"."theirs_1" END AS "id_",
  ("found"."matches" > 1) IS TRUE AS "rejected"
FROM "work"."w_e040fb3a42b65d57cf6b23ec" AS "input"
LEFT JOIN (
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
) AS "found" ON "found"."mine_1" = "input"."order_id";

-- r out
CREATE TABLE work.w_70df41e97e6138e46161f124 AS
SELECT
  "input"."order_id",
  "input"."id",
  "input"."channel",
  "input"."id_"
FROM "work"."w_2ce473a1ce404d1f964f718f" AS "input"
WHERE NOT (("input"."rejected") IS TRUE);

-- r complement
CREATE TABLE work.w_6081904f6f161367d53d4ece AS
SELECT
  "input"."order_id",
  "input"."id",
  "input"."channel"
FROM "work"."w_2ce473a1ce404d1f964f718f" AS "input"
WHERE "input"."rejected";
