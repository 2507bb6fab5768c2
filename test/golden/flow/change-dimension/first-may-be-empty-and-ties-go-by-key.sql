-- x out
CREATE TABLE work.w_e120e5031a820a1b64801439 AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
WHERE TRUE;

-- e out
CREATE TABLE work.w_e7c8a1a503b86b37361b9fa3 AS
SELECT
  "input"."order_id",
  "t1"."channel"
FROM "work"."w_e120e5031a820a1b64801439" AS "input"
JOIN "main"."orders" AS "t1" ON "t1"."order_id" = "input"."order_id";

-- d arrived
CREATE TABLE work.w_cbafadb9fcedec26bf475de4 AS
SELECT DISTINCT
  "input"."order_id",
  "t1"."id"
FROM "work"."w_e7c8a1a503b86b37361b9fa3" AS "input"
JOIN "main"."orders" AS "t2" ON "t2"."order_id" = "input"."order_id"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "t2"."customer_id";

-- d out
CREATE TABLE work.w_88fc1f7737fffeb7ee7e0795 AS
SELECT
  "way"."new_1" AS "id",
  coalesce(list("input"."order_id" ORDER BY "input"."order_id" NULLS LAST) FILTER (WHERE NOT ("input"."order_id" IS NULL)), []) AS "order_id",
  first("input"."channel" ORDER BY "input"."order_id" NULLS LAST) AS "channel"
FROM (
  SELECT DISTINCT
    "t1"."id" AS "new_1",
    "input"."order_id" AS "old_1"
  FROM "work"."w_e7c8a1a503b86b37361b9fa3" AS "input"
  JOIN "main"."orders" AS "t2" ON "t2"."order_id" = "input"."order_id"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "t2"."customer_id"
) AS "way"
JOIN "work"."w_e7c8a1a503b86b37361b9fa3" AS "input" ON "input"."order_id" = "way"."old_1"
JOIN "main"."orders" AS "t3" ON "t3"."order_id" = "input"."order_id"
GROUP BY "way"."new_1";

-- d complement
CREATE TABLE work.w_718519e07bcc7a68da613089 AS
SELECT
  "input"."order_id",
  "input"."channel"
FROM "work"."w_e7c8a1a503b86b37361b9fa3" AS "input"
WHERE NOT (("input"."order_id" IN (
  SELECT
    "among"."order_id" AS "tie_1"
  FROM "work"."w_cbafadb9fcedec26bf475de4" AS "among"
)) IS TRUE);
