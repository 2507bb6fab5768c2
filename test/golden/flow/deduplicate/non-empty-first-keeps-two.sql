-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- d ranked
CREATE TABLE work.w_c6d4b5d3e9f258300a8a9bbd AS
SELECT
  "input"."id",
  (row_number() OVER (PARTITION BY "t1"."vip" ORDER BY CASE WHEN nullif("t1"."email", '') IS NULL THEN 1 ELSE 0 END NULLS LAST, "input"."id" NULLS LAST) <= 2 OR "t1"."vip" IS NULL) AS "kept"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- d out
CREATE TABLE work.w_e6508cd24a4ea33fba7cb630 AS
SELECT
  "input"."id"
FROM "work"."w_c6d4b5d3e9f258300a8a9bbd" AS "input"
WHERE "input"."kept";
