-- new out
CREATE TABLE work.w_3b0ec8df3362ece569dab1d5 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."born" > DATE '1980-05-14' AND "row"."born" <= DATE '2026-05-12';
