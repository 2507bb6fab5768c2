-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- d out
CREATE TABLE work.w_947e2ececbc9d6ecf49da053 AS
SELECT
  "ranked"."id"
FROM (
  SELECT
    "input"."id",
    row_number() OVER (PARTITION BY nullif("t2"."town", '') ORDER BY CASE WHEN "t1"."country" = 'FR' THEN 0 WHEN "t1"."country" = 'ES' THEN 1 ELSE 2 END NULLS LAST, "input"."id" NULLS LAST) AS "rank_in_group",
    nullif("t2"."town", '') IS NULL AS "group_is_empty"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
  LEFT JOIN "main"."stores" AS "t2" ON "t2"."code" = "t1"."store"
) AS "ranked"
WHERE "ranked"."rank_in_group" <= 1 OR "ranked"."group_is_empty";

-- d complement
CREATE TABLE work.w_5e3e375eddfdbf3a2251a0f3 AS
SELECT
  "input"."id"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_947e2ececbc9d6ecf49da053" AS "passed"
  WHERE "passed"."id" = "input"."id"
));
