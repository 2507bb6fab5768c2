-- r members
CREATE TABLE work.w_3b9915535170bb76343d71e3 AS
SELECT
  "member"."id"
FROM "audience"."frozen" AS "member";

-- r out
CREATE TABLE work.w_4404f73f5f5273d483c3f0f7 AS
SELECT
  "t1"."order_id"
FROM "work"."w_3b9915535170bb76343d71e3" AS "input"
JOIN "main"."customers" AS "t2" ON "t2"."id" = "input"."id"
JOIN "main"."orders" AS "t1" ON "t1"."customer_id" = "t2"."id";
