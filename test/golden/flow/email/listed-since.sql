-- all out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- m assessed
CREATE TABLE work.w_51586b98e7a828577b9f4f65 AS
WITH "assessed" AS MATERIALIZED (
  SELECT
    "r"."id",
    "r"."profile_key",
    "r"."address",
    CASE WHEN "r"."profile_key" IS NULL THEN 'unreconciled:' WHEN NOT ("list_1"."value" IS NULL) THEN 'suppressed:People' WHEN "r"."address" IS NULL THEN 'no-address:email' WHEN length("r"."address") > 254 THEN 'bad-address:email-length' WHEN (length("r"."address") > 64 AND (regexp_matches("r"."address", '^[^@]{65,}@') OR regexp_matches("r"."address", '@.*[^.]{64,}'))) THEN 'bad-address:email-length' WHEN NOT (regexp_matches("r"."address", '^([a-z0-9!#$%&''*+/=?^_`{|}~\p{L}\p{N}-]+(\.[a-z0-9!#$%&''*+/=?^_`{|}~\p{L}\p{N}-]+)*@([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(\p{L}[\p{L}-]*\p{L}|xn--[a-z0-9-]+))$')) THEN ('bad-address:' || CASE WHEN NOT (regexp_matches("r"."address", '^[^@]*@[^@]*$')) THEN 'email-at' WHEN regexp_matches("r"."address", '\s') THEN 'email-space' WHEN NOT (regexp_matches("r"."address", '^([a-z0-9!#$%&''*+/=?^_`{|}~\p{L}\p{N}-]+(\.[a-z0-9!#$%&''*+/=?^_`{|}~\p{L}\p{N}-]+)*@.*)$')) THEN 'email-local' ELSE 'email-domain' END) END AS "verdict so far"
  FROM (
    SELECT
      "input"."id",
      "t1"."id" AS "profile_key",
      nullif(lower(trim("t1"."email")), '') AS "address",
      nullif(lower(trim("t1"."email")), '') AS "identity email"
    FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
    LEFT JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
  ) AS "r"
  LEFT JOIN (
    SELECT DISTINCT
      nullif(lower(trim("l"."address")), '') AS "value"
    FROM "main"."replies" AS "l"
    WHERE NOT (nullif(lower(trim("l"."address")), '') IS NULL) AND ("l"."at" IS NULL OR "l"."at" <= TIMESTAMP '2026-05-12 11:30:00.000000')
  ) AS "list_1" ON "list_1"."value" = "r"."identity email"
),
"repeated" AS (
  SELECT
    "a"."address"
  FROM "assessed" AS "a"
  WHERE "a"."verdict so far" IS NULL
  GROUP BY "a"."address"
  HAVING count(*) > 1
),
"beaten" AS (
  SELECT
    "ranked"."id"
  FROM (
    SELECT
      "a"."id",
      row_number() OVER (PARTITION BY "a"."address" ORDER BY "a"."id" NULLS LAST) AS "place in line"
    FROM "assessed" AS "a"
    JOIN "repeated" AS "d" ON "a"."address" = "d"."address"
    WHERE "a"."verdict so far" IS NULL
  ) AS "ranked"
  WHERE "ranked"."place in line" > 1
)
SELECT
  "j"."id",
  "j"."profile_key",
  "j"."address",
  sha256(('golden:m:' || coalesce(CAST("j"."id" AS VARCHAR), ''))) AS "recipient_id",
  split_part("j"."verdict", ':', 1) AS "reason",
  substring("j"."verdict", (length(split_part("j"."verdict", ':', 1)) + 2)) AS "detail"
FROM (
  SELECT
    "a"."id",
    "a"."profile_key",
    "a"."address",
    CASE WHEN NOT ("a"."verdict so far" IS NULL) THEN "a"."verdict so far" WHEN NOT ("beaten"."id" IS NULL) THEN 'duplicate-address:' END AS "verdict"
  FROM "assessed" AS "a"
  LEFT JOIN "beaten" AS "beaten" ON "beaten"."id" = "a"."id"
) AS "j";

-- m out
CREATE TABLE work.w_22dff1ee6a448c34ae0dafc5 AS
SELECT
  "input"."id"
FROM "work"."w_51586b98e7a828577b9f4f65" AS "input"
WHERE "input"."reason" IS NULL;

-- m complement
CREATE TABLE work.w_9d5cd1b98253b76e37e32dd4 AS
SELECT
  "input"."id",
  "input"."reason" AS "exclusion_reason",
  "input"."detail" AS "exclusion_detail"
FROM "work"."w_51586b98e7a828577b9f4f65" AS "input"
WHERE NOT ("input"."reason" IS NULL);
