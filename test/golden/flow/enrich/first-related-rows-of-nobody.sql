-- x out
CREATE TABLE work.w_1f703d91ef6d81b2581afb5a AS
SELECT
  "row"."id"
FROM "main"."customers" AS "row"
WHERE strip_accents(lower("row"."country")) = strip_accents(lower('XX'));

-- e out
CREATE TABLE work.w_acd5672ff014469497356d8d AS
SELECT
  "input"."id",
  "t1"."value_1_1" AS "order_1_total",
  coalesce("t1"."rows", []) AS "order"
FROM "work"."w_1f703d91ef6d81b2581afb5a" AS "input"
JOIN "main"."customers" AS "t2" ON "t2"."id" = "input"."id"
LEFT JOIN (
  SELECT
    "ranked"."tie_1",
    first("ranked"."value_1") FILTER (WHERE "ranked"."place" = 1) AS "value_1_1",
    list({'total': "ranked"."value_1"} ORDER BY "ranked"."place" NULLS LAST) AS "rows"
  FROM (
    SELECT
      "t3"."customer_id" AS "tie_1",
      "t3"."total" AS "value_1",
      row_number() OVER (PARTITION BY "t3"."customer_id" ORDER BY "t3"."total" NULLS LAST, "t3"."order_id" NULLS LAST) AS "place"
    FROM "main"."orders" AS "t3"
    WHERE TRUE
  ) AS "ranked"
  WHERE "ranked"."place" <= 1
  GROUP BY "ranked"."tie_1"
) AS "t1" ON "t1"."tie_1" = "t2"."id";
