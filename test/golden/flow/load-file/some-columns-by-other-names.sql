-- f out
CREATE TABLE work.w_370063c2fecb8a68e0b5d4a3 AS
SELECT
  "input"."line",
  "input"."number"
FROM "work"."w_9b284afe4518ec46522a2aab" AS "input"
WHERE "input"."reason" IS NULL;
