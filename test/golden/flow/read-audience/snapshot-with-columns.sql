-- r out
CREATE TABLE work.w_7b20b4926895dcbd2190716d AS
SELECT
  "member"."id",
  "member"."segment_code",
  "member"."spent"
FROM "audience"."coded" AS "member";

-- a judged
CREATE TABLE work.w_c07b3be2291dfbed57ccdfc4 AS
SELECT
  "input"."id",
  "input"."segment_code",
  "input"."spent",
  ("input"."segment_code" <> '') IS TRUE AS "selected"
FROM "work"."w_7b20b4926895dcbd2190716d" AS "input"
LEFT JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- a out
CREATE TABLE work.w_b0f487c010fd57ce526d5c1c AS
SELECT
  "input"."id",
  "input"."segment_code",
  "input"."spent"
FROM "work"."w_c07b3be2291dfbed57ccdfc4" AS "input"
WHERE "input"."selected";

-- a complement
CREATE TABLE work.w_2191f72a6b77d6caaa8fa319 AS
SELECT
  "input"."id",
  "input"."segment_code",
  "input"."spent"
FROM "work"."w_c07b3be2291dfbed57ccdfc4" AS "input"
WHERE NOT (("input"."selected") IS TRUE);
