-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- e out
CREATE TABLE work.w_51479fa88e4ce19ad639aab3 AS
SELECT
  "input"."id",
  "t1"."first_name" AS "who"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- d arrived
CREATE TABLE work.w_d6bd6d444b727265764f6f4e AS
SELECT DISTINCT
  "input"."id"
FROM "work"."w_51479fa88e4ce19ad639aab3" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
JOIN "main"."orders" AS "t2" ON "t2"."customer_id" = "t1"."id"
JOIN "main"."lines" AS "t3" ON "t3"."order_id" = "t2"."order_id";

-- d out
CREATE TABLE work.w_0574f94b94ef7d1a0e0d356c AS
SELECT
  "t1"."order_id",
  "t1"."line",
  "input"."who"
FROM "work"."w_51479fa88e4ce19ad639aab3" AS "input"
JOIN "main"."customers" AS "t2" ON "t2"."id" = "input"."id"
JOIN "main"."orders" AS "t3" ON "t3"."customer_id" = "t2"."id"
JOIN "main"."lines" AS "t1" ON "t1"."order_id" = "t3"."order_id";

-- d complement
CREATE TABLE work.w_f3dd981f237c5fd53aa5d086 AS
SELECT
  "input"."id",
  "input"."who"
FROM "work"."w_51479fa88e4ce19ad639aab3" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_d6bd6d444b727265764f6f4e" AS "among"
)) IS TRUE);
