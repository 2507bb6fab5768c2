-- x out
CREATE TABLE work.w_7b20b4926895dcbd2190716d AS
SELECT
  "member"."id",
  "member"."segment_code",
  "member"."spent"
FROM "audience"."coded" AS "member";

-- q out
CREATE TABLE work.w_c88afe567b0affd8488ce76a AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id",
  CAST("written"."spent" AS DECIMAL(18, 2)) AS "spent"
FROM (
  WITH "input" AS (SELECT "id", "segment_code", "spent" FROM "work"."w_7b20b4926895dcbd2190716d")
  SELECT * FROM (
    SELECT id, spent FROM input WHERE id > 1
  ) AS "written"
) AS "written";

-- q complement
CREATE TABLE work.w_2cf86e8f22c5f45dbae0c9b0 AS
SELECT
  "input"."id",
  "input"."segment_code",
  "input"."spent"
FROM "work"."w_7b20b4926895dcbd2190716d" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_c88afe567b0affd8488ce76a" AS "among"
)) IS TRUE);
