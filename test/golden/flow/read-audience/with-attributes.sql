-- r members
CREATE TABLE work.w_3b698ea7275960e59fe2c0bc AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) = strip_accents(lower('FR'));

-- r out
CREATE TABLE work.w_6952d6c172024340df606813 AS
SELECT
  "input"."id",
  "t1"."email" AS "mail",
  "t2"."town"
FROM "work"."w_3b698ea7275960e59fe2c0bc" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
LEFT JOIN "main"."stores" AS "t2" ON "t2"."code" = "t1"."store";
