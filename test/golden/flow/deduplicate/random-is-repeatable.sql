-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- d ranked
CREATE TABLE work.w_b02fe98d4e7edfd1e53c11ab AS
SELECT
  "input"."id",
  (row_number() OVER (PARTITION BY nullif("t1"."email", '') ORDER BY sha256(('goldend' || ':' || CAST("input"."id" AS VARCHAR))) NULLS LAST, "input"."id" NULLS LAST) <= 1 OR nullif("t1"."email", '') IS NULL) AS "kept"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- d out
CREATE TABLE work.w_3ea1fd394cbd42d16cf48448 AS
SELECT
  "input"."id"
FROM "work"."w_b02fe98d4e7edfd1e53c11ab" AS "input"
WHERE "input"."kept";

-- d complement
CREATE TABLE work.w_e1c74657e3307e6a74a3d08a AS
SELECT
  "input"."id"
FROM "work"."w_b02fe98d4e7edfd1e53c11ab" AS "input"
WHERE NOT (("input"."kept") IS TRUE);
