-- x out
CREATE TABLE work.w_ba2348e7be3c8c75abc8054a AS
SELECT
  "row"."order_id",
  "row"."line"
FROM "main"."lines" AS "row"
WHERE TRUE;

-- d ranked
CREATE TABLE work.w_d85d275ad37bd9f0a0b36142 AS
SELECT
  "input"."order_id",
  "input"."line",
  (row_number() OVER (PARTITION BY nullif("t1"."country", '') ORDER BY "t2"."quantity" DESC NULLS LAST, "input"."order_id" NULLS LAST, "input"."line" NULLS LAST) <= 1 OR nullif("t1"."country", '') IS NULL) AS "kept"
FROM "work"."w_ba2348e7be3c8c75abc8054a" AS "input"
JOIN "main"."lines" AS "t2" ON "t2"."order_id" = "input"."order_id" AND "t2"."line" = "input"."line"
LEFT JOIN "main"."orders" AS "t3" ON "t3"."order_id" = "t2"."order_id"
LEFT JOIN "main"."customers" AS "t1" ON "t1"."id" = "t3"."customer_id";

-- d out
CREATE TABLE work.w_3c66290add9213b3de7dbb28 AS
SELECT
  "input"."order_id",
  "input"."line"
FROM "work"."w_d85d275ad37bd9f0a0b36142" AS "input"
WHERE "input"."kept";

-- d complement
CREATE TABLE work.w_ce980bcef5d211a56888aa61 AS
SELECT
  "input"."order_id",
  "input"."line"
FROM "work"."w_d85d275ad37bd9f0a0b36142" AS "input"
WHERE NOT (("input"."kept") IS TRUE);
