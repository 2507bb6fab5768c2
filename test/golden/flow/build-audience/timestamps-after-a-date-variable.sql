-- all out
CREATE TABLE work.w_aeee6ec884a737589c95e735 AS
SELECT
  "row"."order_id"
FROM "main"."orders" AS "row"
WHERE "row"."placed_at" > TIMESTAMP '1990-01-01';
