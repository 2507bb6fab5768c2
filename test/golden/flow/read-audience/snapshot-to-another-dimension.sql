-- r members
CREATE TABLE work.w_3b9915535170bb76343d71e3 AS
SELECT
  "member"."id"
FROM "audience"."frozen" AS "member";

-- r out
CREATE TABLE work.w_82c638f43c2c48034f64817f AS
SELECT
  "t2"."order_id"
FROM "work"."w_3b9915535170bb76343d71e3" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
JOIN "main"."orders" AS "t2" ON "t2"."customer_id" = "t1"."id";
