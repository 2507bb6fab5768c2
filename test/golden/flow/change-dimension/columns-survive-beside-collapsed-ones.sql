-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- e out
CREATE TABLE work.w_809ade36a8aa12a7a1f0d009 AS
SELECT
  "input"."id",
  "t1"."first_name" AS "who",
  "t2"."town"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
LEFT JOIN "main"."stores" AS "t2" ON "t2"."code" = "t1"."store";

-- d arrived
CREATE TABLE work.w_42f3aad0fdd3a7b347d0bfdc AS
SELECT DISTINCT
  "input"."id"
FROM "work"."w_809ade36a8aa12a7a1f0d009" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
JOIN "main"."orders" AS "t2" ON "t2"."customer_id" = "t1"."id";

-- d out
CREATE TABLE work.w_9473483aa78d3b2387a7a1e8 AS
SELECT
  "way"."new_1" AS "order_id",
  first("input"."who") AS "who",
  count("input"."town") AS "town"
FROM (
  SELECT DISTINCT
    "t1"."order_id" AS "new_1",
    "input"."id" AS "old_1"
  FROM "work"."w_809ade36a8aa12a7a1f0d009" AS "input"
  JOIN "main"."customers" AS "t2" ON "t2"."id" = "input"."id"
  JOIN "main"."orders" AS "t1" ON "t1"."customer_id" = "t2"."id"
) AS "way"
JOIN "work"."w_809ade36a8aa12a7a1f0d009" AS "input" ON "input"."id" = "way"."old_1"
JOIN "main"."customers" AS "t3" ON "t3"."id" = "input"."id"
GROUP BY "way"."new_1";

-- d complement
CREATE TABLE work.w_22cf4f6a16941933c7b71fd9 AS
SELECT
  "input"."id",
  "input"."who",
  "input"."town"
FROM "work"."w_809ade36a8aa12a7a1f0d009" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_42f3aad0fdd3a7b347d0bfdc" AS "among"
)) IS TRUE);
