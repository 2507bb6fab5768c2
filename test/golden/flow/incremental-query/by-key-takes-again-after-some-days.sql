-- new out
CREATE TABLE work.w_16eb430aa953218039270d02 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "remembered"."m_a6cbb1f40045f8ca654ecb4a" AS "passed"
  WHERE "passed"."key_1" = "row"."id" AND "passed"."version" <= 2 AND "passed"."passed_at" <= TIMESTAMP '2026-05-12 09:30:00.000000' AND "passed"."passed_at" >= TIMESTAMP '2026-05-09 22:00:00.000000'
));
