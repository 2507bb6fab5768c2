-- all out
CREATE TABLE work.w_92d883a348f64d3ae083ff40 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."born" IN (DATE '1980-05-14', DATE '1992-02-29');
