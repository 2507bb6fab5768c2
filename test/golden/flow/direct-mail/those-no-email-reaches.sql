-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- m assessed
CREATE TABLE work.w_86dc2afe461433492ed42d0a AS
WITH "assessed" AS MATERIALIZED (
  SELECT
    "r"."id",
    "r"."profile_key",
    "r"."profile.first_name",
    "r"."address",
    CASE WHEN "r"."profile_key" IS NULL THEN 'unreconciled:' WHEN "consent"."answer" = 'no' THEN 'no-consent:opted-out' WHEN "consent"."answer" IS NULL THEN 'no-consent:unknown' WHEN "r"."address" IS NULL THEN 'no-address:email' WHEN length("r"."address") > 254 THEN 'bad-address:email-length' WHEN (length("r"."address") > 64 AND (regexp_matches("r"."address", '^[^@]{65,}@') OR regexp_matches("r"."address", '@.*[^.]{64,}'))) THEN 'bad-address:email-length' WHEN NOT (regexp_matches("r"."address", '^([a-z0-9!#$%&''*+/=?^_`{|}~\p{L}\p{N}-]+(\.[a-z0-9!#$%&''*+/=?^_`{|}~\p{L}\p{N}-]+)*@([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(\p{L}[\p{L}-]*\p{L}|xn--[a-z0-9-]+))$')) THEN ('bad-address:' || CASE WHEN NOT (regexp_matches("r"."address", '^[^@]*@[^@]*$')) THEN 'email-at' WHEN regexp_matches("r"."address", '\s') THEN 'email-space' WHEN NOT (regexp_matches("r"."address", '^([a-z0-9!#$%&''*+/=?^_`{|}~\p{L}\p{N}-]+(\.[a-z0-9!#$%&''*+/=?^_`{|}~\p{L}\p{N}-]+)*@.*)$')) THEN 'email-local' ELSE 'email-domain' END) END AS "verdict so far"
  FROM (
    SELECT
      "input"."id",
      "t1"."id" AS "profile_key",
      "t1"."first_name" AS "profile.first_name",
      nullif(lower(trim("t1"."email")), '') AS "address"
    FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
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
  "j"."profile.first_name",
  sha256(('golden:m:' || coalesce(CAST("j"."id" AS VARCHAR), ''))) AS "recipient_id",
  split_part("j"."verdict", ':', 1) AS "reason",
  substring("j"."verdict", (length(split_part("j"."verdict", ':', 1)) + 2)) AS "detail"
FROM (
  SELECT
    "a"."id",
    "a"."profile_key",
    "a"."address",
    "a"."profile.first_name",
    CASE WHEN NOT ("a"."verdict so far" IS NULL) THEN "a"."verdict so far" WHEN NOT ("beaten"."id" IS NULL) THEN 'duplicate-address:' END AS "verdict"
  FROM "assessed" AS "a"
  LEFT JOIN "beaten" AS "beaten" ON "beaten"."id" = "a"."id"
) AS "j";

-- m out
CREATE TABLE work.w_d58b7987c1a893c0e37c4008 AS
SELECT
  "input"."id"
FROM "work"."w_86dc2afe461433492ed42d0a" AS "input"
WHERE "input"."reason" IS NULL;

-- m complement
CREATE TABLE work.w_b173a4673b1e4cbac94d0a66 AS
SELECT
  "input"."id",
  "input"."reason" AS "exclusion_reason",
  "input"."detail" AS "exclusion_detail"
FROM "work"."w_86dc2afe461433492ed42d0a" AS "input"
WHERE NOT ("input"."reason" IS NULL);

-- post assessed
CREATE TABLE work.w_93a6018b7fecf03f02627a42 AS
WITH "assessed" AS MATERIALIZED (
  SELECT
    "r"."id",
    "r"."exclusion_reason",
    "r"."exclusion_detail",
    "r"."profile_key",
    "r"."profile.first_name",
    "r"."profile.last_name",
    "r"."profile.city",
    "r"."address",
    "r"."letter box",
    "r"."country",
    CASE WHEN "r"."profile_key" IS NULL THEN 'unreconciled:' WHEN "consent"."answer" = 'no' THEN 'no-consent:opted-out' WHEN ("r"."postal lines" IS NULL AND "r"."postal postcode" IS NULL AND "r"."postal city" IS NULL) THEN 'no-address:street' WHEN ("r"."postal country" IS NULL OR NOT (regexp_matches("r"."postal country", '^([A-Z]{2})$'))) THEN 'bad-address:postal-country' WHEN "r"."postal name" IS NULL THEN 'bad-address:postal-name' WHEN "r"."postal lines" IS NULL THEN 'bad-address:postal-line' WHEN ("r"."postal city" IS NULL AND NOT ("r"."postal country" IN ('SG', 'MC'))) THEN 'bad-address:postal-city' WHEN ("r"."postal postcode" IS NULL AND "r"."postal country" IN ('AT', 'AU', 'BE', 'BG', 'CH', 'CY', 'DK', 'HU', 'LU', 'NO', 'NZ', 'SI', 'ZA', 'DE', 'EE', 'ES', 'FI', 'HR', 'IT', 'KR', 'MX', 'TR', 'UA', 'CZ', 'GR', 'SE', 'SK', 'CN', 'IN', 'RO', 'SG', 'FR', 'AD', 'BR', 'CA', 'GB', 'IS', 'JP', 'LI', 'LT', 'LV', 'MC', 'NL', 'PL', 'PT', 'SM', 'US')) THEN 'bad-address:postal-postcode-missing' WHEN (NOT ("r"."postal postcode" IS NULL) AND CASE WHEN "r"."postal country" IN ('AT', 'AU', 'BE', 'BG', 'CH', 'CY', 'DK', 'HU', 'LU', 'NO', 'NZ', 'SI', 'ZA') THEN NOT (regexp_matches("r"."postal postcode", '^([0-9]{4})$')) WHEN "r"."postal country" IN ('DE', 'EE', 'ES', 'FI', 'HR', 'IT', 'KR', 'MX', 'TR', 'UA') THEN NOT (regexp_matches("r"."postal postcode", '^([0-9]{5})$')) WHEN "r"."postal country" IN ('CZ', 'GR', 'SE', 'SK') THEN NOT (regexp_matches("r"."postal postcode", '^([0-9]{3} ?[0-9]{2})$')) WHEN "r"."postal country" IN ('CN', 'CO', 'IN', 'RO', 'SG') THEN NOT (regexp_matches("r"."postal postcode", '^([0-9]{6})$')) WHEN "r"."postal country" IN ('FR') THEN NOT (regexp_matches("r"."postal postcode", '^([0-9]{2} ?[0-9]{3})$')) WHEN "r"."postal country" IN ('AD') THEN NOT (regexp_matches("r"."postal postcode", '^(AD[1-7][0-9]{2})$')) WHEN "r"."postal country" IN ('AR') THEN NOT (regexp_matches("r"."postal postcode", '^(([A-HJ-NP-Z])?[0-9]{4}([A-Z]{3})?)$')) WHEN "r"."postal country" IN ('BR') THEN NOT (regexp_matches("r"."postal postcode", '^([0-9]{5}-?[0-9]{3})$')) WHEN "r"."postal country" IN ('CA') THEN NOT (regexp_matches("r"."postal postcode", '^([ABCEGHJKLMNPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] ?[0-9][ABCEGHJ-NPRSTV-Z][0-9])$')) WHEN "r"."postal country" IN ('CL') THEN NOT (regexp_matches("r"."postal postcode", '^([0-9]{7})$')) WHEN "r"."postal country" IN ('GB') THEN NOT (regexp_matches("r"."postal postcode", '^(GIR ?0AA|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9][0-9ABEHMNPRV-Y]?|[0-9][A-HJKPS-UW]) ?[0-9][ABD-HJLNP-UW-Z]{2})$')) WHEN "r"."postal country" IN ('IE') THEN NOT (regexp_matches("r"."postal postcode", '^([0-9A-Z]{3} ?[0-9A-Z]{4})$')) WHEN "r"."postal country" IN ('IL') THEN NOT (regexp_matches("r"."postal postcode", '^([0-9]{5}([0-9]{2})?)$')) WHEN "r"."postal country" IN ('IS') THEN NOT (regexp_matches("r"."postal postcode", '^([0-9]{3})$')) WHEN "r"."postal country" IN ('JP') THEN NOT (regexp_matches("r"."postal postcode", '^([0-9]{3}-?[0-9]{4})$')) WHEN "r"."postal country" IN ('LI') THEN NOT (regexp_matches("r"."postal postcode", '^(948[5-9]|949[0-8])$')) WHEN "r"."postal country" IN ('LT') THEN NOT (regexp_matches("r"."postal postcode", '^((LT-)?[0-9]{5})$')) WHEN "r"."postal country" IN ('LV') THEN NOT (regexp_matches("r"."postal postcode", '^((LV-)?[0-9]{4})$')) WHEN "r"."postal country" IN ('MC') THEN NOT (regexp_matches("r"."postal postcode", '^(980[0-9]{2})$')) WHEN "r"."postal country" IN ('MT') THEN NOT (regexp_matches("r"."postal postcode", '^([A-Z]{3} ?[0-9]{2,4})$')) WHEN "r"."postal country" IN ('NL') THEN NOT (regexp_matches("r"."postal postcode", '^([1-9][0-9]{3} ?([A-RT-Z][A-Z]|S[BCE-RT-Z]))$')) WHEN "r"."postal country" IN ('PL') THEN NOT (regexp_matches("r"."postal postcode", '^([0-9]{2}-[0-9]{3})$')) WHEN "r"."postal country" IN ('PT') THEN NOT (regexp_matches("r"."postal postcode", '^([0-9]{4}-[0-9]{3})$')) WHEN "r"."postal country" IN ('RS') THEN NOT (regexp_matches("r"."postal postcode", '^([0-9]{5,6})$')) WHEN "r"."postal country" IN ('SM') THEN NOT (regexp_matches("r"."postal postcode", '^(4789[0-9])$')) WHEN "r"."postal country" IN ('US') THEN NOT (regexp_matches("r"."postal postcode", '^([0-9]{5}(-[0-9]{4})?)$')) ELSE FALSE END) THEN 'bad-address:postal-postcode' END AS "verdict so far"
  FROM (
    SELECT
      "p"."id",
      "p"."exclusion_reason",
      "p"."exclusion_detail",
      "p"."profile_key",
      "p"."profile.first_name",
      "p"."profile.last_name",
      "p"."profile.city",
      "p"."postal name",
      "p"."postal lines",
      "p"."postal postcode",
      "p"."postal city",
      "p"."postal region",
      "p"."postal country",
      nullif(concat_ws(', ', "p"."postal name", "p"."postal lines", nullif(concat_ws(' ', "p"."postal postcode", "p"."postal city"), ''), "p"."postal region", "p"."postal country"), '') AS "address",
      regexp_replace(strip_accents(lower(concat_ws(' ', "p"."postal lines", "p"."postal postcode", "p"."postal country"))), '[^\p{L}\p{N}]+', '', 'g') AS "letter box",
      "p"."postal country" AS "country"
    FROM (
      SELECT
        "input"."id",
        "input"."exclusion_reason",
        "input"."exclusion_detail",
        "t1"."id" AS "profile_key",
        "t1"."first_name" AS "profile.first_name",
        "t1"."last_name" AS "profile.last_name",
        "t1"."city" AS "profile.city",
        nullif(concat_ws(' ', nullif(trim("t1"."first_name"), ''), nullif(trim("t1"."last_name"), '')), '') AS "postal name",
        nullif(trim("t1"."street"), '') AS "postal lines",
        upper(nullif(trim("t1"."postcode"), '')) AS "postal postcode",
        nullif(trim("t1"."city"), '') AS "postal city",
        CAST(NULL AS VARCHAR) AS "postal region",
        upper(nullif(trim("t1"."country"), '')) AS "postal country"
      FROM "work"."w_b173a4673b1e4cbac94d0a66" AS "input"
      LEFT JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
    ) AS "p"
  ) AS "r"
  LEFT JOIN (
    SELECT
      "c"."customer_id",
      CASE WHEN max("c"."given_at") FILTER (WHERE (NOT (nullif(trim("c"."value"), '') IS NULL) AND NOT (lower(trim("c"."value")) IN ('y', 'yes', 'true', '1', 'in', 'opt-in', 'opted-in', 'given', 'granted', 'allow', 'allowed', 'subscribed', 'si', 'sí')))) = max("c"."given_at") THEN 'no' WHEN max("c"."given_at") FILTER (WHERE lower(trim("c"."value")) IN ('y', 'yes', 'true', '1', 'in', 'opt-in', 'opted-in', 'given', 'granted', 'allow', 'allowed', 'subscribed', 'si', 'sí')) = max("c"."given_at") THEN 'yes' END AS "answer"
    FROM "main"."consents" AS "c"
    WHERE lower(trim("c"."channel")) = 'postal' AND "c"."given_at" <= TIMESTAMP '2026-05-12 11:30:00.000000'
    GROUP BY "c"."customer_id"
  ) AS "consent" ON "consent"."customer_id" = "r"."profile_key"
),
"repeated" AS (
  SELECT
    "a"."letter box"
  FROM "assessed" AS "a"
  WHERE "a"."verdict so far" IS NULL
  GROUP BY "a"."letter box"
  HAVING count(*) > 1
),
"beaten" AS (
  SELECT
    "ranked"."id"
  FROM (
    SELECT
      "a"."id",
      row_number() OVER (PARTITION BY "a"."letter box" ORDER BY "a"."id" NULLS LAST) AS "place in line"
    FROM "assessed" AS "a"
    JOIN "repeated" AS "d" ON "a"."letter box" = "d"."letter box"
    WHERE "a"."verdict so far" IS NULL
  ) AS "ranked"
  WHERE "ranked"."place in line" > 1
)
SELECT
  "j"."id",
  "j"."exclusion_reason",
  "j"."exclusion_detail",
  "j"."profile_key",
  "j"."address",
  "j"."country",
  "j"."profile.first_name",
  "j"."profile.last_name",
  "j"."profile.city",
  sha256(('golden:post:' || coalesce(CAST("j"."id" AS VARCHAR), ''))) AS "recipient_id",
  split_part("j"."verdict", ':', 1) AS "reason",
  substring("j"."verdict", (length(split_part("j"."verdict", ':', 1)) + 2)) AS "detail"
FROM (
  SELECT
    "a"."id",
    "a"."exclusion_reason",
    "a"."exclusion_detail",
    "a"."profile_key",
    "a"."address",
    "a"."country",
    "a"."profile.first_name",
    "a"."profile.last_name",
    "a"."profile.city",
    CASE WHEN NOT ("a"."verdict so far" IS NULL) THEN "a"."verdict so far" WHEN NOT ("beaten"."id" IS NULL) THEN 'duplicate-address:' END AS "verdict"
  FROM "assessed" AS "a"
  LEFT JOIN "beaten" AS "beaten" ON "beaten"."id" = "a"."id"
) AS "j";

-- post out
CREATE TABLE work.w_8678e258287d3ef62bbd23f6 AS
SELECT
  "input"."id",
  "input"."exclusion_reason",
  "input"."exclusion_detail"
FROM "work"."w_93a6018b7fecf03f02627a42" AS "input"
WHERE "input"."reason" IS NULL;

-- post complement
CREATE TABLE work.w_9edbec4e223abd5b7c4687df AS
SELECT
  "input"."id",
  "input"."reason" AS "exclusion_reason",
  "input"."detail" AS "exclusion_detail"
FROM "work"."w_93a6018b7fecf03f02627a42" AS "input"
WHERE NOT ("input"."reason" IS NULL);
