-- new out
CREATE TABLE work.w_99be340cc392b192cd8b361c AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE NOT (EXISTS (
  SELECT
    1 AS "one"
  FROM "remembered"."m_a6cbb1f40045f8ca654ecb4a" AS "passed"
  WHERE "passed"."key_1" = "row"."id" AND "passed"."version" <= 2 AND "passed"."passed_at" <= TIMESTAMP '2026-05-12 09:30:00.000000'
));

-- new complement
CREATE TABLE work.w_3dfa4a7e5fbdb348ed59f04a AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE EXISTS (
  SELECT
    1 AS "one"
  FROM "remembered"."m_a6cbb1f40045f8ca654ecb4a" AS "passed"
  WHERE "passed"."key_1" = "row"."id" AND "passed"."version" <= 2 AND "passed"."passed_at" <= TIMESTAMP '2026-05-12 09:30:00.000000'
);
