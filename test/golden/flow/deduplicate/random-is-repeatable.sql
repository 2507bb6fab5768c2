-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- d ranked
CREATE TABLE work.w_8387c50838fa42bc869aeacb AS
SELECT
  "input"."id",
  row_number() OVER (PARTITION BY nullif("t1"."email", '') ORDER BY sha256(('goldend' || ':' || CAST("input"."id" AS VARCHAR))) NULLS LAST, "input"."id" NULLS LAST) AS "rank_in_group",
  nullif("t1"."email", '') IS NULL AS "group_is_empty"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- d out
CREATE TABLE work.w_07016a555fde903ed0526ffd AS
SELECT
  "ranked"."id"
FROM "work"."w_8387c50838fa42bc869aeacb" AS "ranked"
WHERE "ranked"."rank_in_group" <= 1 OR "ranked"."group_is_empty";

-- d complement
CREATE TABLE work.w_894691faaf313360ad73de32 AS
SELECT
  "input"."id"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_07016a555fde903ed0526ffd" AS "passed"
  WHERE "passed"."id" = "input"."id"
));
