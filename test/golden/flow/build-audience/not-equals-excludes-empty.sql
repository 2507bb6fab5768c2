-- all out
CREATE TABLE work.w_ee99540ab4e481776c9ac0b9 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."country" <> '' AND NOT ((strip_accents(lower("row"."country")) = strip_accents(lower('fr'))) IS TRUE);
