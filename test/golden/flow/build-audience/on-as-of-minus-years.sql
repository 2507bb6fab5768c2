-- all out
CREATE TABLE work.w_0c85ad90edac38f47f3e004d AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."born" >= DATE '1975-05-12' AND "row"."born" < DATE '1975-05-13';
