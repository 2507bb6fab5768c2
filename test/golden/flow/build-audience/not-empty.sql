-- all out
CREATE TABLE work.w_13ff289ef2b2d025d3b1603c AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."email" <> '';
