-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- e out
CREATE TABLE work.w_0a62c2f8ce3842628dc83213 AS
SELECT
  "input"."id",
  "t1"."score" AS "points",
  "t1"."first_name" AS "who"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- d arrived
CREATE TABLE work.w_8c30df337031c330e76d052c AS
SELECT DISTINCT
  "input"."id"
FROM "work"."w_0a62c2f8ce3842628dc83213" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
JOIN "main"."orders" AS "t2" ON "t2"."customer_id" = "t1"."id"
JOIN "main"."lines" AS "t3" ON "t3"."order_id" = "t2"."order_id"
JOIN "main"."orders" AS "t4" ON "t4"."order_id" = "t3"."order_id"
JOIN "main"."customers" AS "t5" ON "t5"."id" = "t4"."customer_id"
JOIN "main"."stores" AS "t6" ON "t6"."code" = "t5"."store";

-- d out
CREATE TABLE work.w_8b40ba0ccb6599577c101757 AS
SELECT
  "way"."new_1" AS "code",
  coalesce(CAST(sum("input"."points") AS DOUBLE), 0) AS "points",
  coalesce(list("input"."who" ORDER BY "t1"."first_name" NULLS LAST, "input"."id" NULLS LAST) FILTER (WHERE NOT ("input"."who" IS NULL)), []) AS "who"
FROM (
  SELECT DISTINCT
    "t2"."code" AS "new_1",
    "input"."id" AS "old_1"
  FROM "work"."w_0a62c2f8ce3842628dc83213" AS "input"
  JOIN "main"."customers" AS "t3" ON "t3"."id" = "input"."id"
  JOIN "main"."orders" AS "t4" ON "t4"."customer_id" = "t3"."id"
  JOIN "main"."lines" AS "t5" ON "t5"."order_id" = "t4"."order_id"
  JOIN "main"."orders" AS "t6" ON "t6"."order_id" = "t5"."order_id"
  JOIN "main"."customers" AS "t7" ON "t7"."id" = "t6"."customer_id"
  JOIN "main"."stores" AS "t2" ON "t2"."code" = "t7"."store"
) AS "way"
JOIN "work"."w_0a62c2f8ce3842628dc83213" AS "input" ON "input"."id" = "way"."old_1"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
GROUP BY "way"."new_1";

-- d complement
CREATE TABLE work.w_abf5c145d5da6afcbc2bbc22 AS
SELECT
  "input"."id",
  "input"."points",
  "input"."who"
FROM "work"."w_0a62c2f8ce3842628dc83213" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_8c30df337031c330e76d052c" AS "among"
)) IS TRUE);
