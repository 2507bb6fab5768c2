-- all out
CREATE TABLE work.w_64b3f37b11bdf44cc1a1c4d2 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."born" = DATE '1975-05-12';
