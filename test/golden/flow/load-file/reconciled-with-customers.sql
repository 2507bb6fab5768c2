-- f out
CREATE TABLE work.w_b9ace8e4894a1356bafc5aab AS
SELECT
  "input"."line",
  "input"."name"
FROM "work"."w_d91441920ff11ccdc1643b1e" AS "input"
WHERE "input"."reason" IS NULL;

-- r matched
CREATE TABLE work.w_d1cbe05fb965752248d75f8f AS
SELECT
  "found"."theirs_1" AS "id",
  "input"."name",
  "found"."mine_1" AS "from_line"
FROM (
  SELECT
    "pair"."mine_1",
    "pair"."theirs_1",
    row_number() OVER (PARTITION BY "pair"."theirs_1" ORDER BY "pair"."mine_1" NULLS LAST) AS "turn"
  FROM (
    SELECT
      "input"."line" AS "mine_1",
      "t1"."id" AS "theirs_1"
    FROM "work"."w_b9ace8e4894a1356bafc5aab" AS "input"
    JOIN "main"."customers" AS "t1" ON nullif("t1"."first_name", '') = nullif("input"."name", '')
    WHERE TRUE
  ) AS "pair"
) AS "found"
JOIN "work"."w_b9ace8e4894a1356bafc5aab" AS "input" ON "found"."mine_1" = "input"."line"
WHERE "found"."turn" = 1;

-- r out
CREATE TABLE work.w_59c92ede3056f7052665838e AS
SELECT
  "input"."id",
  "input"."name"
FROM "work"."w_d1cbe05fb965752248d75f8f" AS "input"
WHERE TRUE;

-- r complement
CREATE TABLE work.w_9510e9e4c580b023841d7498 AS
SELECT
  "input"."line",
  "input"."name"
FROM "work"."w_b9ace8e4894a1356bafc5aab" AS "input"
WHERE NOT (("input"."line" IN (
  SELECT
    "matched"."from_line" AS "tie_1"
  FROM "work"."w_d1cbe05fb965752248d75f8f" AS "matched"
)) IS TRUE);
