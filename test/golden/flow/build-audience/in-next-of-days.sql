-- all out
CREATE TABLE work.w_a60ddb9acb7275cff4283fbf AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."born" >= DATE '2026-05-12' AND "row"."born" < DATE '2026-06-13';
