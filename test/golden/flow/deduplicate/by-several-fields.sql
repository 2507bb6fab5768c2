-- x out
CREATE TABLE work.w_0ec2539f34c394e9f45b42b4 AS
SELECT
  "row"."contact_id"
FROM "main"."contacts" AS "row"
WHERE TRUE;

-- d ranked
CREATE TABLE work.w_eef233facdfe8b49731f71bc AS
SELECT
  "input"."contact_id",
  (row_number() OVER (PARTITION BY nullif("t1"."channel", ''), nullif("t1"."status", '') ORDER BY "t1"."contact_id" NULLS LAST, "input"."contact_id" NULLS LAST) <= 1 OR (nullif("t1"."channel", '') IS NULL AND nullif("t1"."status", '') IS NULL)) AS "kept"
FROM "work"."w_0ec2539f34c394e9f45b42b4" AS "input"
JOIN "main"."contacts" AS "t1" ON "t1"."contact_id" = "input"."contact_id";

-- d out
CREATE TABLE work.w_7d05b9e31369cf01efbc493b AS
SELECT
  "input"."contact_id"
FROM "work"."w_eef233facdfe8b49731f71bc" AS "input"
WHERE "input"."kept";

-- d complement
CREATE TABLE work.w_8cdcb5d1cb95484abba3de7c AS
SELECT
  "input"."contact_id"
FROM "work"."w_eef233facdfe8b49731f71bc" AS "input"
WHERE NOT (("input"."kept") IS TRUE);
