-- everyone out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- vips out
CREATE TABLE work.w_cd1b7b75ed63d4273d8f7099 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."vip" = TRUE;

-- q out
CREATE TABLE work.w_a221384149e5edac274497ec AS
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
      FROM "work"."w_cd1b7b75ed63d4273d8f7099" AS "counted"
    )) + 1 AND born < (DATE '2002-01-01') AND '$note' <> ('it''s
  ''noted''; -- $rate')
  ) AS "written"
) AS "written";

-- q complement
CREATE TABLE work.w_25fa55b08ead7fa827666ddf AS
SELECT
  "input"."id"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
WHERE NOT (("input"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_a221384149e5edac274497ec" AS "among"
)) IS TRUE);
