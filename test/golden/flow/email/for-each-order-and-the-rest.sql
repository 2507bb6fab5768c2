-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- m assessed
CREATE TABLE work.w_9ef672c5861944a1fa7a987d AS
WITH "assessed" AS MATERIALIZED (
  SELECT
    "r"."id",
    "r"."profile_key",
    "r"."secondary_key",
    "r"."address",
    CASE WHEN "r"."profile_key" IS NULL THEN 'unreconciled:' WHEN "r"."secondary_key" IS NULL THEN 'no-secondary:' WHEN "consent"."answer" = 'no' THEN 'no-consent:opted-out' WHEN "consent"."answer" IS NULL THEN 'no-consent:unknown' WHEN "r"."address" IS NULL THEN 'no-address:email' WHEN length("r"."address") > 254 THEN 'bad-address:email-length' WHEN (length("r"."address") > 64 AND (regexp_matches("r"."address", '^[^@]{65,}@') OR regexp_matches("r"."address", '@.*[^.]{64,}'))) THEN 'bad-address:email-length' WHEN NOT (regexp_matches("r"."address", '^([a-z0-9!#$%&''*+/=?^_`{|}~\p{L}\p{N}-]+(\.[a-z0-9!#$%&''*+/=?^_`{|}~\p{L}\p{N}-]+)*@([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(\p{L}[\p{L}-]*\p{L}|xn--[a-z0-9-]+))$')) THEN ('bad-address:' || CASE WHEN NOT (regexp_matches("r"."address", '^[^@]*@[^@]*$')) THEN 'email-at' WHEN regexp_matches("r"."address", '\s') THEN 'email-space' WHEN NOT (regexp_matches("r"."address", '^([a-z0-9!#$%&''*+/=?^_`{|}~\p{L}\p{N}-]+(\.[a-z0-9!#$%&''*+/=?^_`{|}~\p{L}\p{N}-]+)*@.*)$')) THEN 'email-local' ELSE 'email-domain' END) END AS "verdict so far"
  FROM (
    SELECT
      "input"."id",
      "t1"."id" AS "profile_key",
      "t2"."order_id" AS "secondary_key",
      nullif(lower(trim("t1"."email")), '') AS "address"
    FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
    LEFT JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
    LEFT JOIN "main"."orders" AS "t2" ON "t2"."customer_id" = "t1"."id"
  ) AS "r"
  LEFT JOIN (
    SELECT
      "c"."customer_id",
      CASE WHEN max("c"."given_at") FILTER (WHERE (NOT (nullif(trim("c"."value"), '') IS NULL) AND NOT (lower(trim("c"."value")) IN ('y', 'yes', 'true', '1', 'in', 'opt-in', 'opted-in', 'given', 'granted', 'allow', 'allowed', 'subscribed', 'si', 'sí')))) = max("c"."given_at") THEN 'no' WHEN max("c"."given_at") FILTER (WHERE lower(trim("c"."value")) IN ('y', 'yes', 'true', '1', 'in', 'opt-in', 'opted-in', 'given', 'granted', 'allow', 'allowed', 'subscribed', 'si', 'sí')) = max("c"."given_at") THEN 'yes' END AS "answer"
    FROM "main"."consents" AS "c"
    WHERE lower(trim("c"."channel")) = 'email' AND "c"."given_at" <= TIMESTAMP '2026-05-12 11:30:00.000000'
    GROUP BY "c"."customer_id"
  ) AS "consent" ON "consent"."customer_id" = "r"."profile_key"
),
"repeated" AS (
  SELECT
    "a"."address",
    "a"."secondary_key"
  FROM "assessed" AS "a"
  WHERE "a"."verdict so far" IS NULL
  GROUP BY "a"."address", "a"."secondary_key"
  HAVING count(*) > 1
),
"beaten" AS (
  SELECT
    "ranked"."id",
    "ranked"."secondary_key"
  FROM (
    SELECT
      "a"."id",
      "a"."secondary_key",
      row_number() OVER (PARTITION BY "a"."address", "a"."secondary_key" ORDER BY "a"."id" NULLS LAST, "a"."secondary_key" NULLS LAST) AS "place in line"
    FROM "assessed" AS "a"
    JOIN "repeated" AS "d" ON "a"."address" = "d"."address" AND "a"."secondary_key" = "d"."secondary_key"
    WHERE "a"."verdict so far" IS NULL
  ) AS "ranked"
  WHERE "ranked"."place in line" > 1
)
SELECT
  "j"."id",
  "j"."profile_key",
  "j"."secondary_key",
  "j"."address",
  sha256(('golden:m:' || CAST(length(coalesce(CAST("j"."id" AS VARCHAR), '')) AS VARCHAR) || ':' || coalesce(CAST("j"."id" AS VARCHAR), '') || ':' || coalesce(CAST("j"."secondary_key" AS VARCHAR), ''))) AS "recipient_id",
  split_part("j"."verdict", ':', 1) AS "reason",
  substring("j"."verdict", (length(split_part("j"."verdict", ':', 1)) + 2)) AS "detail"
FROM (
  SELECT
    "a"."id",
    "a"."profile_key",
    "a"."secondary_key",
    "a"."address",
    CASE WHEN NOT ("a"."verdict so far" IS NULL) THEN "a"."verdict so far" WHEN NOT ("beaten"."id" IS NULL) THEN 'duplicate-address:' END AS "verdict"
  FROM "assessed" AS "a"
  LEFT JOIN "beaten" AS "beaten" ON "beaten"."id" = "a"."id" AND "beaten"."secondary_key" = "a"."secondary_key"
) AS "j";

-- m out
CREATE TABLE work.w_243a14d144b7d514006b54f1 AS
SELECT DISTINCT
  "input"."id"
FROM "work"."w_9ef672c5861944a1fa7a987d" AS "input"
WHERE "input"."reason" IS NULL;

-- m complement
CREATE TABLE work.w_ad552e595732cd3cfde91bed AS
SELECT
  "input"."id",
  "because"."exclusion_reason",
  "because"."exclusion_detail"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
LEFT JOIN (
  SELECT
    "assessed"."id",
    min("assessed"."reason") AS "exclusion_reason",
    min("assessed"."detail") AS "exclusion_detail"
  FROM "work"."w_9ef672c5861944a1fa7a987d" AS "assessed"
  GROUP BY "assessed"."id"
) AS "because" ON "because"."id" = "input"."id"
WHERE NOT (("input"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_243a14d144b7d514006b54f1" AS "among"
)) IS TRUE);
