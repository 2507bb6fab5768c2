-- q out
CREATE TABLE work.w_f91c59e3de12b62b582c3b8a AS
SELECT
  CAST("written"."id" AS BIGINT) AS "id",
  CAST("written"."shout" AS VARCHAR) AS "shout",
  CAST("written"."doubled" AS DOUBLE) AS "doubled"
FROM (
  SELECT * FROM (
    SELECT id, upper(first_name) AS shout, score * 2 AS doubled FROM customers WHERE vip -- those
  ) AS "written"
) AS "written";
