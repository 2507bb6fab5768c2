-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s assigned
CREATE TABLE work.w_e87bbb78ece81667b33c190b AS
SELECT
  "input"."id",
  ("t1"."vip" = TRUE) IS TRUE AS "in_1",
  (strip_accents(lower("t1"."country")) IN (strip_accents(lower('ES')), strip_accents(lower('FR')))) IS TRUE AS "in_2"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- s vip
CREATE TABLE work.w_59d98789ad73e8f88f7d7be3 AS
SELECT
  "input"."id"
FROM "work"."w_e87bbb78ece81667b33c190b" AS "input"
WHERE "input"."in_1";

-- s south
CREATE TABLE work.w_6f081d867963a09b69edc71b AS
SELECT
  "input"."id"
FROM "work"."w_e87bbb78ece81667b33c190b" AS "input"
WHERE "input"."in_2";

-- s complement
CREATE TABLE work.w_40abb8e158ea27a78bd92693 AS
SELECT
  "input"."id"
FROM "work"."w_e87bbb78ece81667b33c190b" AS "input"
WHERE NOT (("input"."in_1" OR "input"."in_2"));
