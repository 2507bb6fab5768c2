-- f out
CREATE TABLE work.w_ab6d0ea22216ed0771cc5843 AS
SELECT
  "input"."line",
  "input"."name",
  "input"."born",
  "input"."total",
  "input"."card"
FROM "work"."w_68deaff8e96f73a7460d64ab" AS "input"
WHERE "input"."reason" IS NULL;

-- f complement
CREATE TABLE work.w_7c4602221e9b0359ff30d91a AS
SELECT
  "input"."line",
  "input"."column",
  "input"."value",
  "input"."reason",
  "input"."refused"
FROM "work"."w_68deaff8e96f73a7460d64ab" AS "input"
WHERE NOT ("input"."reason" IS NULL)
ORDER BY "input"."line" NULLS LAST;
