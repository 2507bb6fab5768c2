-- x out
CREATE TABLE work.w_eb68a2c413194d0d17442d4b AS
SELECT
  CAST("written"."order_id" AS BIGINT) AS "order_id",
  CAST("written"."mail" AS VARCHAR) AS "mail",
  CAST("written"."other" AS VARCHAR) AS "other",
  CAST("written"."voucher" AS VARCHAR) AS "voucher"
FROM (
  SELECT * FROM (
    SELECT * FROM (VALUES
  (101, 'ana@example.test', 'elsewhere@example.test', 'first'),
  (102, ' ZOE@example.test', 'zoe.two@example.test', 'second'),
  (103, 'nobody@example.test', 'nobody@example.test', 'third'),
  (104, 'elodie@example.test', NULL, 'fourth')
) AS t(order_id, mail, other, voucher)
  ) AS "written"
) AS "written";

-- r bound
CREATE TABLE work.w_76a320334da8ceeeb46481f7 AS
SELECT
  "input"."order_id",
  "input"."mail",
  "input"."other",
  "input"."voucher",
  "found"."theirs_1" AS "id",
  FALSE AS "rejected"
FROM "work"."w_eb68a2c413194d0d17442d4b" AS "input"
LEFT JOIN (
  SELECT
    "pairs"."mine_1",
    "pairs"."theirs_1"
  FROM (
    SELECT
      "input"."order_id" AS "mine_1",
      "t1"."id" AS "theirs_1",
      row_number() OVER (PARTITION BY "input"."order_id" ORDER BY "t1"."id" NULLS LAST) AS "choice"
    FROM "work"."w_eb68a2c413194d0d17442d4b" AS "input"
    JOIN "main"."orders" AS "t2" ON "t2"."order_id" = "input"."order_id"
    JOIN "main"."customers" AS "t1" ON nullif(lower(trim("t1"."email")), '') = nullif(lower(trim("input"."mail")), '')
    WHERE TRUE
  ) AS "pairs"
  WHERE "pairs"."choice" = 1
) AS "found" ON "found"."mine_1" = "input"."order_id";

-- r out
CREATE TABLE work.w_14c5668cd4861f60afd26993 AS
SELECT
  "input"."order_id",
  "input"."mail",
  "input"."other",
  "input"."voucher",
  "input"."id"
FROM "work"."w_76a320334da8ceeeb46481f7" AS "input"
WHERE NOT (("input"."rejected") IS TRUE);

-- m assessed
CREATE TABLE work.w_499c2991d1613904b85c7463 AS
WITH "assessed" AS MATERIALIZED (
  SELECT
    "r"."order_id",
    "r"."mail",
    "r"."other",
    "r"."voucher",
    "r"."id",
    "r"."profile_key",
    "r"."profile.first_name",
    "r"."target.total",
    "r"."address",
    CASE WHEN "r"."profile_key" IS NULL THEN 'unreconciled:' WHEN "consent"."answer" = 'no' THEN 'no-consent:opted-out' WHEN "consent"."answer" IS NULL THEN 'no-consent:unknown' WHEN "r"."address" IS NULL THEN 'no-address:email' WHEN length("r"."address") > 254 THEN 'bad-address:email-length' WHEN (length("r"."address") > 64 AND (regexp_matches("r"."address", '^[^@]{65,}@') OR regexp_matches("r"."address", '@.*[^.]{64,}'))) THEN 'bad-address:email-length' WHEN NOT (regexp_matches("r"."address", '^([a-z0-9!#$%&''*+/=?^_`{|}~\p{L}\p{N}-]+(\.[a-z0-9!#$%&''*+/=?^_`{|}~\p{L}\p{N}-]+)*@([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(\p{L}[\p{L}-]*\p{L}|xn--[a-z0-9-]+))$')) THEN ('bad-address:' || CASE WHEN NOT (regexp_matches("r"."address", '^[^@]*@[^@]*$')) THEN 'email-at' WHEN regexp_matches("r"."address", '\s') THEN 'email-space' WHEN NOT (regexp_matches("r"."address", '^([a-z0-9!#$%&''*+/=?^_`{|}~\p{L}\p{N}-]+(\.[a-z0-9!#$%&''*+/=?^_`{|}~\p{L}\p{N}-]+)*@.*)$')) THEN 'email-local' ELSE 'email-domain' END) END AS "verdict so far"
  FROM (
    SELECT
      "input"."order_id",
      "input"."mail",
      "input"."other",
      "input"."voucher",
      "input"."id",
      "t1"."id" AS "profile_key",
      "t1"."first_name" AS "profile.first_name",
      "t2"."total" AS "target.total",
      nullif(lower(trim("t1"."email")), '') AS "address"
    FROM "work"."w_14c5668cd4861f60afd26993" AS "input"
    LEFT JOIN "main"."orders" AS "t2" ON "t2"."order_id" = "input"."order_id"
    LEFT JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
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
    "a"."address"
  FROM "assessed" AS "a"
  WHERE "a"."verdict so far" IS NULL
  GROUP BY "a"."address"
  HAVING count(*) > 1
),
"beaten" AS (
  SELECT
    "ranked"."order_id"
  FROM (
    SELECT
      "a"."order_id",
      row_number() OVER (PARTITION BY "a"."address" ORDER BY "a"."order_id" NULLS LAST) AS "place in line"
    FROM "assessed" AS "a"
    JOIN "repeated" AS "d" ON "a"."address" = "d"."address"
    WHERE "a"."verdict so far" IS NULL
  ) AS "ranked"
  WHERE "ranked"."place in line" > 1
)
SELECT
  "j"."order_id",
  "j"."mail",
  "j"."other",
  "j"."voucher",
  "j"."id",
  "j"."profile_key",
  "j"."address",
  "j"."profile.first_name",
  "j"."target.total",
  sha256(('golden:m:' || coalesce(CAST("j"."order_id" AS VARCHAR), ''))) AS "recipient_id",
  split_part("j"."verdict", ':', 1) AS "reason",
  substring("j"."verdict", (length(split_part("j"."verdict", ':', 1)) + 2)) AS "detail"
FROM (
  SELECT
    "a"."order_id",
    "a"."mail",
    "a"."other",
    "a"."voucher",
    "a"."id",
    "a"."profile_key",
    "a"."address",
    "a"."profile.first_name",
    "a"."target.total",
    CASE WHEN NOT ("a"."verdict so far" IS NULL) THEN "a"."verdict so far" WHEN NOT ("beaten"."order_id" IS NULL) THEN 'duplicate-address:' END AS "verdict"
  FROM "assessed" AS "a"
  LEFT JOIN "beaten" AS "beaten" ON "beaten"."order_id" = "a"."order_id"
) AS "j";

-- m out
CREATE TABLE work.w_44f6bb9edf9b3317939a8ab8 AS
SELECT
  "input"."order_id",
  "input"."mail",
  "input"."other",
  "input"."voucher",
  "input"."id"
FROM "work"."w_499c2991d1613904b85c7463" AS "input"
WHERE "input"."reason" IS NULL;

-- m complement
CREATE TABLE work.w_fc117f90c876f43eea5aef8a AS
SELECT
  "input"."order_id",
  "input"."mail",
  "input"."other",
  "input"."voucher",
  "input"."id",
  "input"."reason" AS "exclusion_reason",
  "input"."detail" AS "exclusion_detail"
FROM "work"."w_499c2991d1613904b85c7463" AS "input"
WHERE NOT ("input"."reason" IS NULL);
