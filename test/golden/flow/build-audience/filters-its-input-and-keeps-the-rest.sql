-- vips out
CREATE TABLE work.w_8b81f15f409e7fa35f242deb AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."vip";

-- vips complement
CREATE TABLE work.w_7e369c8b48974908cd76aa2b AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE NOT (("row"."vip") IS TRUE);

-- french judged
CREATE TABLE work.w_59c054c29f8864416a108f23 AS
SELECT
  "input"."id",
  (strip_accents(lower("t1"."country")) = strip_accents(lower('FR'))) IS TRUE AS "selected"
FROM "work"."w_7e369c8b48974908cd76aa2b" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- french out
CREATE TABLE work.w_43db114c1bab5ab1dd703d37 AS
SELECT
  "input"."id"
FROM "work"."w_59c054c29f8864416a108f23" AS "input"
WHERE "input"."selected";

-- french complement
CREATE TABLE work.w_f9f766e824294c3e70a876a3 AS
SELECT
  "input"."id"
FROM "work"."w_59c054c29f8864416a108f23" AS "input"
WHERE NOT (("input"."selected") IS TRUE);
