-- fr out
CREATE TABLE work.w_3b698ea7275960e59fe2c0bc AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) = strip_accents(lower('FR'));

-- q out
CREATE TABLE work.w_455457138593d85c380f0d76 AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id"
FROM (
  SELECT * FROM (
    SELECT id FROM customers WHERE vip
  ) AS "written"
) AS "written";

-- filter out
CREATE TABLE work.w_d8d19ef76359c4de27c3cb2e AS
SELECT
  "input"."id"
FROM "work"."w_3b698ea7275960e59fe2c0bc" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
WHERE "t1"."vip" = FALSE;
