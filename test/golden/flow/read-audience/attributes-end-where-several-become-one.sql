-- r members
CREATE TABLE work.w_3b9915535170bb76343d71e3 AS
SELECT
  "member"."id"
FROM "audience"."frozen" AS "member";

-- r described
CREATE TABLE work.w_b4b96698bb448f9981863405 AS
SELECT
  "input"."id",
  "t1"."email" AS "mail"
FROM "work"."w_3b9915535170bb76343d71e3" AS "input"
LEFT JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- r out
CREATE TABLE work.w_5793ba400e4af7fa2e3c1c00 AS
SELECT DISTINCT
  "t1"."code"
FROM "work"."w_b4b96698bb448f9981863405" AS "input"
JOIN "main"."customers" AS "t2" ON "t2"."id" = "input"."id"
JOIN "main"."stores" AS "t1" ON "t1"."code" = "t2"."store";
