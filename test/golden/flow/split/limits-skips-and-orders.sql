-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s assigned
CREATE TABLE work.w_5e873f0b27ca65cad867fc41 AS
WITH "candidates" AS MATERIALIZED (
  SELECT
    "input"."id",
    TRUE AS "takes_1",
    "t1"."score" AS "order_1_1",
    TRUE AS "takes_2",
    sha256(('goldens' || ':' || CAST("input"."id" AS VARCHAR))) AS "order_2_1",
    TRUE AS "takes_3",
    sha256(('goldens' || ':' || CAST("input"."id" AS VARCHAR))) AS "order_3_1"
  FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
  JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id"
),
"first_1" AS MATERIALIZED (
  SELECT
    "row"."id"
  FROM "candidates" AS "row"
  WHERE "row"."takes_1"
  ORDER BY "row"."order_1_1" DESC NULLS LAST, "row"."id" NULLS LAST
  LIMIT 2
  OFFSET 1
),
"first_2" AS MATERIALIZED (
  SELECT
    "row"."id"
  FROM "candidates" AS "row"
  WHERE "row"."takes_2" AND NOT (EXISTS (
    SELECT
      1 AS "one"
    FROM "first_1" AS "among"
    WHERE "among"."id" = "row"."id"
  ))
  ORDER BY "row"."order_2_1" NULLS LAST, "row"."id" NULLS LAST
  LIMIT ((((
    SELECT
      count(*) AS "n"
    FROM "candidates" AS "row"
    WHERE NOT (EXISTS (
      SELECT
        1 AS "one"
      FROM "first_1" AS "among"
      WHERE "among"."id" = "row"."id"
    ))
  ) * 50) + 50) // 100)
),
"first_3" AS MATERIALIZED (
  SELECT
    "row"."id"
  FROM "candidates" AS "row"
  WHERE "row"."takes_3" AND NOT ((EXISTS (
    SELECT
      1 AS "one"
    FROM "first_1" AS "among"
    WHERE "among"."id" = "row"."id"
  ) OR EXISTS (
    SELECT
      1 AS "one"
    FROM "first_2" AS "among"
    WHERE "among"."id" = "row"."id"
  )))
  ORDER BY "row"."order_3_1" NULLS LAST, "row"."id" NULLS LAST
  LIMIT ((((
    SELECT
      count(*) AS "n"
    FROM "candidates" AS "row"
  ) * 10) + 50) // 100)
)
SELECT
  "row"."id",
  CASE WHEN EXISTS (
  SELECT
    1 AS "one"
  FROM "first_1" AS "among"
  WHERE "among"."id" = "row"."id"
) THEN 1 WHEN EXISTS (
  SELECT
    1 AS "one"
  FROM "first_2" AS "among"
  WHERE "among"."id" = "row"."id"
) THEN 2 WHEN EXISTS (
  SELECT
    1 AS "one"
  FROM "first_3" AS "among"
  WHERE "among"."id" = "row"."id"
) THEN 3 END AS "subset"
FROM "candidates" AS "row";

-- s top
CREATE TABLE work.w_53eff9636d5de0a776e4747c AS
SELECT
  "input"."id"
FROM "work"."w_5e873f0b27ca65cad867fc41" AS "input"
WHERE "input"."subset" = 1;

-- s half
CREATE TABLE work.w_13506daa93a67e512ae5bb47 AS
SELECT
  "input"."id"
FROM "work"."w_5e873f0b27ca65cad867fc41" AS "input"
WHERE "input"."subset" = 2;

-- s tenth
CREATE TABLE work.w_ef1083ba5955e9f49a570491 AS
SELECT
  "input"."id"
FROM "work"."w_5e873f0b27ca65cad867fc41" AS "input"
WHERE "input"."subset" = 3;

-- s complement
CREATE TABLE work.w_ba9e49adc90c7f003b63b875 AS
SELECT
  "input"."id"
FROM "work"."w_5e873f0b27ca65cad867fc41" AS "input"
WHERE "input"."subset" IS NULL;
