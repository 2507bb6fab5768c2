-- x out
CREATE TABLE work.w_18273f8e245702ce5b331dae AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id"
FROM (
  SELECT * FROM (
    SELECT * FROM (VALUES (1), (77)) AS t(id)
  ) AS "written"
) AS "written";

-- e out
CREATE TABLE work.w_ba3286821a34ef240bd82ab5 AS
SELECT
  "input"."id",
  "t1"."email" AS "mail",
  coalesce("t2"."value_1", 0) AS "orders"
FROM "work"."w_18273f8e245702ce5b331dae" AS "input"
LEFT JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
LEFT JOIN (
  SELECT
    "t3"."customer_id" AS "tie_1",
    count(*) AS "value_1"
  FROM "main"."orders" AS "t3"
  GROUP BY "t3"."customer_id"
) AS "t2" ON "t2"."tie_1" = "t1"."id";
