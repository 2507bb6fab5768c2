-- all out
CREATE TABLE work.w_a0c2db4644eac6ff7eb28aff AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."born" >= DATE '1975-05-12' AND "row"."born" <= DATE '1980-05-14';
