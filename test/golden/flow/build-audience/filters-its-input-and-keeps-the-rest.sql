-- vips out
CREATE TABLE work.w_cd1b7b75ed63d4273d8f7099 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE "row"."vip" = TRUE;

-- vips complement
CREATE TABLE work.w_e4843b5c675c2bf75ac63681 AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE NOT (("row"."vip" = TRUE) IS TRUE);

-- french judged
CREATE TABLE work.w_22181ba992fd94be9be081bc AS
SELECT
  "input"."id",
  (strip_accents(lower("t1"."country")) = strip_accents(lower('FR'))) IS TRUE AS "selected"
FROM "work"."w_e4843b5c675c2bf75ac63681" AS "input"
JOIN "main"."customers" AS "t1" ON "t1"."id" = "input"."id";

-- french out
CREATE TABLE work.w_ad858ef60666a134d94c72e2 AS
SELECT
  "input"."id"
FROM "work"."w_22181ba992fd94be9be081bc" AS "input"
WHERE "input"."selected";

-- french complement
CREATE TABLE work.w_f1b9e20a490ffd8427254eee AS
SELECT
  "input"."id"
FROM "work"."w_22181ba992fd94be9be081bc" AS "input"
WHERE NOT (("input"."selected") IS TRUE);
