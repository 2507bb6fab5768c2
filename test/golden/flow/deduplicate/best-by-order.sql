-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- d ranked
CREATE TABLE work.w_0ff2d765a08a202175a928c2 AS
SELECT
  "input"."id",
  row_number() OVER (PARTITION BY nullif("t1"."email", '') ORDER BY "t1"."score" DESC NULLS LAST, "t1"."id" DESC NULLS LAST, "input"."id" NULLS LAST) AS "rank_in_group",
  nullif("t1"."email", '') IS NULL AS "group_is_empty"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- d out
CREATE TABLE work.w_a4dd256d305b4e7a9506c685 AS
SELECT
  "ranked"."id"
FROM "work"."w_0ff2d765a08a202175a928c2" AS "ranked"
WHERE "ranked"."rank_in_group" <= 1 OR "ranked"."group_is_empty";

-- d complement
CREATE TABLE work.w_679e732269b21903abf6cd24 AS
SELECT
  "input"."id"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "work"."w_a4dd256d305b4e7a9506c685" AS "passed"
  WHERE "passed"."id" = "input"."id"
));
