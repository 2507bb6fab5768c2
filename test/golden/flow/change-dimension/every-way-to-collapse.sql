-- x out
CREATE TABLE work.w_e120e5031a820a1b64801439 AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
WHERE TRUE;

-- e out
CREATE TABLE work.w_d2f6ae5a3d7997fd45207293 AS
SELECT
  "input"."order_id",
  "t1"."total" AS "spent",
  "t1"."placed_at" AS "at",
  "t1"."channel",
  "t1"."total" AS "lowest",
  "t1"."total" AS "paid",
  "t1"."channel" AS "channels"
FROM "work"."w_e120e5031a820a1b64801439" AS "input"
JOIN "main"."orders" AS "t1" ON "t1"."order_id" = "input"."order_id";

-- d arrived
CREATE TABLE work.w_2d08eb030edb41b06efca62f AS
SELECT DISTINCT
  "input"."order_id",
  "t1"."id"
FROM "work"."w_d2f6ae5a3d7997fd45207293" AS "input"
JOIN "main"."orders" AS "t2" ON "t2"."order_id" = "input"."order_id"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "t2"."customer_id";

-- d out
CREATE TABLE work.w_9bb3295c65142280d3a98fc6 AS
SELECT
  "way"."new_1" AS "id",
  coalesce(CAST(sum("input"."spent") AS DECIMAL(18, 2)), 0) AS "spent",
  max("input"."at") AS "at",
  first("input"."channel" ORDER BY "t1"."placed_at" DESC NULLS LAST, "input"."order_id" NULLS LAST) AS "channel",
  min("input"."lowest") AS "lowest",
  count("input"."paid") AS "paid",
  coalesce(list("input"."channels" ORDER BY "t1"."total" DESC NULLS LAST, "input"."order_id" NULLS LAST) FILTER (WHERE NOT ("input"."channels" IS NULL)), []) AS "channels"
FROM (
  SELECT DISTINCT
    "t2"."id" AS "new_1",
    "input"."order_id" AS "old_1"
  FROM "work"."w_d2f6ae5a3d7997fd45207293" AS "input"
  JOIN "main"."orders" AS "t3" ON "t3"."order_id" = "input"."order_id"
  JOIN "main"."customers" AS "t2" ON "t2"."id" = "t3"."customer_id"
) AS "way"
JOIN "work"."w_d2f6ae5a3d7997fd45207293" AS "input" ON "input"."order_id" = "way"."old_1"
JOIN "main"."orders" AS "t1" ON "t1"."order_id" = "input"."order_id"
GROUP BY "way"."new_1";

-- d complement
CREATE TABLE work.w_3b3b6eddefc72c9dcad637fa AS
SELECT
  "input"."order_id",
  "input"."spent",
  "input"."at",
  "input"."channel",
  "input"."lowest",
  "input"."paid",
  "input"."channels"
FROM "work"."w_d2f6ae5a3d7997fd45207293" AS "input"
WHERE NOT (("input"."order_id" IN (
  SELECT
    "among"."order_id" AS "tie_1"
  FROM "work"."w_2d08eb030edb41b06efca62f" AS "among"
)) IS TRUE);
