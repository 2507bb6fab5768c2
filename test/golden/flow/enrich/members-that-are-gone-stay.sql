-- x out
CREATE TABLE work.w_7b20b4926895dcbd2190716d AS
SELECT
  "member"."id",
  "member"."segment_code",
  "member"."spent"
FROM "audience"."coded" AS "member";

-- e out
CREATE TABLE work.w_fa82959d2bdd4a795852e407 AS
SELECT
  "input"."id",
  "input"."segment_code",
  "input"."spent",
  "t1"."email" AS "mail",
  coalesce("t2"."value_1", 0) AS "orders"
FROM "work"."w_7b20b4926895dcbd2190716d" AS "input"
LEFT JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
LEFT JOIN (
  SELECT
    "t3"."customer_id" AS "tie_1",
    count(*) AS "value_1"
  FROM "main"."orders" AS "t3"
  GROUP BY "t3"."customer_id"
) AS "t2" ON "t2"."tie_1" = "t1"."id";
