-- x out
CREATE TABLE work.w_05afdfd5e280e6522c67c6d1 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE TRUE;

-- s assigned
CREATE TABLE work.w_8b0609eeaf2b0dfa61e7af2a AS
SELECT
  "input"."id",
  ("t1"."vip") IS TRUE AS "in_1",
  (strip_accents(lower("t1"."country")) IN (strip_accents(lower('ES')), strip_accents(lower('FR')))) IS TRUE AS "in_2"
FROM "work"."w_05afdfd5e280e6522c67c6d1" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- s vip
CREATE TABLE work.w_70865fb629d4e30a23576eb6 AS
SELECT
  "input"."id"
FROM "work"."w_8b0609eeaf2b0dfa61e7af2a" AS "input"
WHERE "input"."in_1";

-- s south
CREATE TABLE work.w_110999f81f4072fb8328f9ab AS
SELECT
  "input"."id"
FROM "work"."w_8b0609eeaf2b0dfa61e7af2a" AS "input"
WHERE "input"."in_2";

-- s complement
CREATE TABLE work.w_3b3be6e1cf53e680c7351268 AS
SELECT
  "input"."id"
FROM "work"."w_8b0609eeaf2b0dfa61e7af2a" AS "input"
WHERE NOT (("input"."in_1" OR "input"."in_2"));
