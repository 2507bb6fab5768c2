-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- d ranked
CREATE TABLE work.w_ef932b5bec2d5b35e4a1ecd0 AS
SELECT
  "input"."id",
  (row_number() OVER (PARTITION BY nullif("t1"."town", '') ORDER BY CASE WHEN "t2"."country" = 'FR' THEN 0 WHEN "t2"."country" = 'ES' THEN 1 ELSE 2 END NULLS LAST, "input"."id" NULLS LAST) <= 1 OR nullif("t1"."town", '') IS NULL) AS "kept"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t2" ON "t2"."id" = "input"."id"
LEFT JOIN "main"."stores" AS "t1" ON "t1"."code" = "t2"."store";

-- d out
CREATE TABLE work.w_055784ef8c513e94e214baac AS
SELECT
  "input"."id"
FROM "work"."w_ef932b5bec2d5b35e4a1ecd0" AS "input"
WHERE "input"."kept";

-- d complement
CREATE TABLE work.w_709d1336d6f40c3ee3ba0f53 AS
SELECT
  "input"."id"
FROM "work"."w_ef932b5bec2d5b35e4a1ecd0" AS "input"
WHERE NOT (("input"."kept") IS TRUE);
