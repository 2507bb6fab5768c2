-- x out
CREATE TABLE work.w_1f703d91ef6d81b2581afb5a AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) = strip_accents(lower('XX'));

-- d ranked
CREATE TABLE work.w_e166889a08988c5ab577fde1 AS
SELECT
  "input"."id",
  CASE WHEN nullif("t1"."email", '') IS NULL THEN nullif("t1"."country", '') ELSE first_value(nullif("t1"."country", '') IGNORE NULLS) OVER (PARTITION BY nullif("t1"."email", '') ORDER BY sha256(('goldend' || ':' || CAST("input"."id" AS VARCHAR))) NULLS LAST, "input"."id" NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) END AS "merged_1",
  (row_number() OVER (PARTITION BY nullif("t1"."email", '') ORDER BY sha256(('goldend' || ':' || CAST("input"."id" AS VARCHAR))) NULLS LAST, "input"."id" NULLS LAST) <= 1 OR nullif("t1"."email", '') IS NULL) AS "kept"
FROM "work"."w_1f703d91ef6d81b2581afb5a" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- d out
CREATE TABLE work.w_92f5845ab866997c02717569 AS
SELECT
  "input"."id",
  "input"."merged_1" AS "country"
FROM "work"."w_e166889a08988c5ab577fde1" AS "input"
WHERE "input"."kept";

-- d complement
CREATE TABLE work.w_26fc9a4784962f98998d91d3 AS
SELECT
  "input"."id"
FROM "work"."w_e166889a08988c5ab577fde1" AS "input"
WHERE NOT (("input"."kept") IS TRUE);
