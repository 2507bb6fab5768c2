-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- d ranked
CREATE TABLE work.w_a6df9f0c0fb2b6c552fdf040 AS
SELECT
  "input"."id",
  (row_number() OVER (PARTITION BY nullif("t1"."email", '') ORDER BY "t1"."score" DESC NULLS LAST, "t1"."id" DESC NULLS LAST, "input"."id" NULLS LAST) <= 1 OR nullif("t1"."email", '') IS NULL) AS "kept"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- d out
CREATE TABLE work.w_6be36afee74edcd89106008d AS
SELECT
  "input"."id"
FROM "work"."w_a6df9f0c0fb2b6c552fdf040" AS "input"
WHERE "input"."kept";

-- d complement
CREATE TABLE work.w_5e6d5e0066336eeea7940de5 AS
SELECT
  "input"."id"
FROM "work"."w_a6df9f0c0fb2b6c552fdf040" AS "input"
WHERE NOT (("input"."kept") IS TRUE);
