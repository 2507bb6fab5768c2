-- fr out
CREATE TABLE work.w_3b698ea7275960e59fe2c0bc AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) = strip_accents(lower('FR'));

-- vips out
CREATE TABLE work.w_0495d05616f002cd19ee88a3 AS
SELECT
  "input"."id"
FROM "work"."w_3b698ea7275960e59fe2c0bc" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
WHERE "t1"."vip" IS NULL;
