-- all out
CREATE TABLE work.w_b8eadf00b95d05b5b177ea81 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
LEFT JOIN (
  SELECT DISTINCT
    nullif(lower(trim("t1"."address")), '') AS "key_1"
  FROM "main"."replies" AS "t1"
  WHERE "t1"."at" < TIMESTAMP '2026-05-12 11:30:00.000000' AND NOT ((lower(trim("t1"."answer")) IN ('planned', 'cancelled', 'failed')) IS TRUE) AND lower(trim("t1"."answer")) IN ('yes')
) AS "t2" ON "t2"."key_1" = nullif(lower(trim("row"."email")), '')
WHERE NOT ("t2"."key_1" IS NULL);
