-- everyone out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- vips out
CREATE TABLE work.w_8b81f15f409e7fa35f242deb AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."vip";

-- q out
CREATE TABLE work.w_4d64a28a2f4a349c40fb4c3e AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id",
  CAST("written"."country" AS VARCHAR) AS "country",
  CAST("written"."note" AS VARCHAR) AS "note",
  CAST("written"."rated" AS DOUBLE) AS "rated"
FROM (
  WITH "input" AS (SELECT "id" FROM "work"."w_05afdfd5e280e6522c67c6d1")
  SELECT * FROM (
    -- those of $countries, and as many as there are VIPs
SELECT input.id, country, ('it''s
  ''noted''; -- $rate') AS note, score * (-1.50) AS rated
FROM input JOIN customers AS c ON c.id = input.id
WHERE country IN (('ES'), ('IE')) AND country NOT IN (SELECT NULL WHERE FALSE)
   OR c.id = ((
      SELECT
        count(*) AS "n"
      FROM "work"."w_8b81f15f409e7fa35f242deb" AS "counted"
    )) + 1 AND born < (DATE '2002-01-01') AND '$note' <> ('it''s
  ''noted''; -- $rate')
  ) AS "written"
) AS "written";

-- q complement
CREATE TABLE work.w_224d935c741d3d01091b5c7b AS
SELECT
  "input"."id"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_4d64a28a2f4a349c40fb4c3e" AS "among"
)) IS TRUE);
