-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s judged
CREATE TABLE work.w_6404452e7165b86bc1604b96 AS
SELECT
  "input"."id",
  TRUE AS "takes_1",
  "t1"."score" AS "order_1_1",
  TRUE AS "takes_2",
  sha256(('goldens' || ':' || CAST("input"."id" AS VARCHAR))) AS "order_2_1",
  TRUE AS "takes_3",
  sha256(('goldens' || ':' || CAST("input"."id" AS VARCHAR))) AS "order_3_1"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- s first_1
CREATE TABLE work.w_910cda677413dc24abf09df3 AS
SELECT
  "row"."id"
FROM "work"."w_6404452e7165b86bc1604b96" AS "row"
WHERE "row"."takes_1"
ORDER BY "row"."order_1_1" DESC NULLS LAST, "row"."id" NULLS LAST
LIMIT 2
OFFSET 1;

-- s first_2
CREATE TABLE work.w_f4693ded18bfb69083db3ab5 AS
SELECT
  "row"."id"
FROM "work"."w_6404452e7165b86bc1604b96" AS "row"
WHERE "row"."takes_2" AND NOT (("row"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_910cda677413dc24abf09df3" AS "among"
)) IS TRUE)
ORDER BY "row"."order_2_1" NULLS LAST, "row"."id" NULLS LAST
LIMIT ((((
  SELECT
    count(*) AS "n"
  FROM "work"."w_6404452e7165b86bc1604b96" AS "row"
  WHERE NOT (("row"."id" IN (
    SELECT
      "among"."id" AS "tie_1"
    FROM "work"."w_910cda677413dc24abf09df3" AS "among"
  )) IS TRUE)
) * 50) + 50) // 100);

-- s first_3
CREATE TABLE work.w_4189e13379887cee46b38af3 AS
SELECT
  "row"."id"
FROM "work"."w_6404452e7165b86bc1604b96" AS "row"
WHERE "row"."takes_3" AND NOT ((("row"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_910cda677413dc24abf09df3" AS "among"
)) IS TRUE OR ("row"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_f4693ded18bfb69083db3ab5" AS "among"
)) IS TRUE))
ORDER BY "row"."order_3_1" NULLS LAST, "row"."id" NULLS LAST
LIMIT ((((
  SELECT
    count(*) AS "n"
  FROM "work"."w_6404452e7165b86bc1604b96" AS "row"
) * 10) + 50) // 100);

-- s assigned
CREATE TABLE work.w_fcf2d0dae483e44dd49c218f AS
SELECT
  "row"."id",
  CASE WHEN ("row"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_910cda677413dc24abf09df3" AS "among"
)) IS TRUE THEN 1 WHEN ("row"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_f4693ded18bfb69083db3ab5" AS "among"
)) IS TRUE THEN 2 WHEN ("row"."id" IN (
  SELECT
    "among"."id" AS "tie_1"
  FROM "work"."w_4189e13379887cee46b38af3" AS "among"
)) IS TRUE THEN 3 END AS "subset"
FROM "work"."w_6404452e7165b86bc1604b96" AS "row";

-- s top
CREATE TABLE work.w_cd26d4347fc69154f9b3c3f9 AS
SELECT
  "input"."id"
FROM "work"."w_fcf2d0dae483e44dd49c218f" AS "input"
WHERE "input"."subset" = 1;

-- s half
CREATE TABLE work.w_f8100874dee18884a7d84841 AS
SELECT
  "input"."id"
FROM "work"."w_fcf2d0dae483e44dd49c218f" AS "input"
WHERE "input"."subset" = 2;

-- s tenth
CREATE TABLE work.w_088de1875534861614548b37 AS
SELECT
  "input"."id"
FROM "work"."w_fcf2d0dae483e44dd49c218f" AS "input"
WHERE "input"."subset" = 3;

-- s complement
CREATE TABLE work.w_c5ed937ac653b4b8d6cf34c4 AS
SELECT
  "input"."id"
FROM "work"."w_fcf2d0dae483e44dd49c218f" AS "input"
WHERE "input"."subset" IS NULL;
