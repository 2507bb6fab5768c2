-- new out
CREATE TABLE work.w_516c74996529299d346d5469 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE NOT (("row"."id" IN (
  SELECT
    "passed"."key_1" AS "tie_1"
  FROM "remembered"."m_a6cbb1f40045f8ca654ecb4a" AS "passed"
  WHERE "passed"."version" <= 2 AND "passed"."passed_at" <= TIMESTAMP '2026-05-12 09:30:00.000000'
)) IS TRUE);

-- new complement
CREATE TABLE work.w_373f998f15508f7856312b0b AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."id" IN (
  SELECT
    "passed"."key_1" AS "tie_1"
  FROM "remembered"."m_a6cbb1f40045f8ca654ecb4a" AS "passed"
  WHERE "passed"."version" <= 2 AND "passed"."passed_at" <= TIMESTAMP '2026-05-12 09:30:00.000000'
);
