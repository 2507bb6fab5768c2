-- r out
CREATE TABLE work.w_7b20b4926895dcbd2190716d AS
SELECT
  "member"."id",
  "member"."segment_code",
  "member"."spent"
FROM "audience"."coded" AS "member";

-- s out
CREATE TABLE work.w_f9e6f713e802f27f6f9dfdc8 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) = strip_accents(lower('GB'));

-- b out
CREATE TABLE work.w_3b698ea7275960e59fe2c0bc AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) = strip_accents(lower('FR'));

-- u out
CREATE TABLE work.w_3780a5cbe6cc25ddb109ef35 AS
SELECT
  "input"."id",
  "input"."segment_code",
  "input"."spent"
FROM "work"."w_7b20b4926895dcbd2190716d" AS "input"
UNION ALL
SELECT
  "input"."id",
  CAST(NULL AS VARCHAR) AS "segment_code",
  CAST(NULL AS DECIMAL(18, 0)) AS "spent"
FROM "work"."w_f9e6f713e802f27f6f9dfdc8" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "other"."id" AS "tie_1"
  FROM "work"."w_7b20b4926895dcbd2190716d" AS "other"
)) IS TRUE);

-- v out
CREATE TABLE work.w_ff1ea86e69d5a33d1430f202 AS
SELECT
  "input"."id",
  "input"."segment_code",
  "input"."spent"
FROM "work"."w_3780a5cbe6cc25ddb109ef35" AS "input"
UNION ALL
SELECT
  "input"."id",
  CAST(NULL AS VARCHAR) AS "segment_code",
  CAST(NULL AS DECIMAL(18, 0)) AS "spent"
FROM "work"."w_3b698ea7275960e59fe2c0bc" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "other"."id" AS "tie_1"
  FROM "work"."w_3780a5cbe6cc25ddb109ef35" AS "other"
)) IS TRUE);
