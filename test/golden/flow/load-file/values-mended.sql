-- f out
CREATE TABLE work.w_d205190ade94b7fba393fded AS
SELECT
  "input"."line",
  "input"."name",
  "input"."born",
  "input"."total",
  "input"."tier"
FROM "work"."w_a14b8c82214d3418077bdd73" AS "input"
WHERE "input"."reason" IS NULL;

-- f complement
CREATE TABLE work.w_4d408e12c739d65d16f71a86 AS
SELECT
  "input"."line",
  "input"."column",
  "input"."value",
  "input"."reason",
  "input"."refused"
FROM "work"."w_a14b8c82214d3418077bdd73" AS "input"
WHERE NOT ("input"."reason" IS NULL)
ORDER BY "input"."line" NULLS LAST;
