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
CREATE TABLE work.w_2034cab9068106364a9f3924 AS
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
    LEFT JOIN "main"."orders" AS "t2" ON "t2"."order_id" = "input"."order_id"
    JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
    WHERE TRUE
  ) AS "pairs"
  GROUP BY "pairs"."mine_1"
) AS "found" ON "found"."mine_1" = "input"."order_id";

-- r out
CREATE TABLE work.w_efd1aa45defded418951a516 AS
SELECT
  "input"."order_id",
  "input"."id",
  "input"."channel",
  "input"."id_"
FROM "work"."w_2034cab9068106364a9f3924" AS "input"
WHERE NOT (("input"."rejected") IS TRUE);

-- r complement
CREATE TABLE work.w_bc0a6f7364fdae18ab391347 AS
SELECT
  "input"."order_id",
  "input"."id",
  "input"."channel"
FROM "work"."w_2034cab9068106364a9f3924" AS "input"
WHERE "input"."rejected";
