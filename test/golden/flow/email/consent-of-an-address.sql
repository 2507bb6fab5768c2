-- all out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- m assessed
CREATE TABLE work.w_22b2728c9932ac99fb4b7e6a AS
WITH "assessed" AS MATERIALIZED (
  SELECT
    "r"."id",
    "r"."profile_key",
    "r"."address",
    CASE WHEN "r"."profile_key" IS NULL THEN 'unreconciled:' WHEN "consent"."answer" = 'no' THEN 'no-consent:opted-out' WHEN "consent"."answer" IS NULL THEN 'no-consent:unknown' WHEN "r"."address" IS NULL THEN 'no-address:email' WHEN length("r"."address") > 254 THEN 'bad-address:email-length' WHEN (length("r"."address") > 64 AND (regexp_matches("r"."address", '^[^@]{65,}@') OR regexp_matches("r"."address", '@.*[^.]{64,}'))) THEN 'bad-address:email-length' WHEN NOT (regexp_matches("r"."address", '^([a-z0-9!#$%&''*+/=?^_`{|}~\p{L}\p{N}-]+(\.[a-z0-9!#$%&''*+/=?^_`{|}~\p{L}\p{N}-]+)*@([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(\p{L}[\p{L}-]*\p{L}|xn--[a-z0-9-]+))$')) THEN ('bad-address:' || CASE WHEN NOT (regexp_matches("r"."address", '^[^@]*@[^@]*$')) THEN 'email-at' WHEN regexp_matches("r"."address", '\s') THEN 'email-space' WHEN NOT (regexp_matches("r"."address", '^([a-z0-9!#$%&''*+/=?^_`{|}~\p{L}\p{N}-]+(\.[a-z0-9!#$%&''*+/=?^_`{|}~\p{L}\p{N}-]+)*@.*)$')) THEN 'email-local' ELSE 'email-domain' END) END AS "verdict so far"
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
    SELECT
      nullif(lower(trim("c"."address")), '') AS "address",
      CASE WHEN max("c"."at") FILTER (WHERE (NOT (nullif(trim("c"."answer"), '') IS NULL) AND NOT (lower(trim("c"."answer")) IN ('y', 'yes', 'true', '1', 'in', 'opt-in', 'opted-in', 'given', 'granted', 'allow', 'allowed', 'subscribed', 'si', 'sí')))) = max("c"."at") THEN 'no' WHEN max("c"."at") FILTER (WHERE lower(trim("c"."answer")) IN ('y', 'yes', 'true', '1', 'in', 'opt-in', 'opted-in', 'given', 'granted', 'allow', 'allowed', 'subscribed', 'si', 'sí')) = max("c"."at") THEN 'yes' END AS "answer"
    FROM "main"."replies" AS "c"
    WHERE lower(trim("c"."channel")) = 'email' AND "c"."at" <= TIMESTAMP '2026-05-12 11:30:00.000000'
    GROUP BY nullif(lower(trim("c"."address")), '')
  ) AS "consent" ON "consent"."address" = "r"."identity email"
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
CREATE TABLE work.w_452e220d08701766c5565df8 AS
SELECT
  "input"."id"
FROM "work"."w_22b2728c9932ac99fb4b7e6a" AS "input"
WHERE "input"."reason" IS NULL;

-- m complement
CREATE TABLE work.w_3b5dcc17b9caf27c03456e39 AS
SELECT
  "input"."id",
  "input"."reason" AS "exclusion_reason",
  "input"."detail" AS "exclusion_detail"
FROM "work"."w_22b2728c9932ac99fb4b7e6a" AS "input"
WHERE NOT ("input"."reason" IS NULL);
