import { type AsOf, moveDay } from '../../../core/segment/as-of';

/** What a person who knows the data would write for all counts of the canvas at once. Names are `activity output`. */
export function canvasByHand({ now, today }: AsOf): string {
  const [halfYear, week, soon] = [moveDay(today, -180, 'day'), moveDay(today, -7, 'day'), moveDay(today, 61, 'day')];
  return `WITH per_customer AS (
  SELECT customer_id, count(*) AS orders, sum(total) AS spent,
    bool_or(ordered_at >= DATE '${halfYear}' AND ordered_at < TIMESTAMP '${now}' AND total >= 30) AS recent
  FROM orders GROUP BY customer_id),
upcoming AS (
  SELECT customer_id FROM bookings WHERE status = 'confirmed' AND starts_at >= TIMESTAMP '${now}' AND starts_at < DATE '${soon}'),
contacted AS (
  SELECT DISTINCT customer_id FROM contacts WHERE sent_at >= DATE '${week}' AND sent_at < TIMESTAMP '${now}'),
people AS (
  SELECT * FROM (
    SELECT c.customer_id, household_id, loyalty_tier IN ('gold', 'silver') AS valued, loyalty_points, email <> '' AS online, spent,
      coalesce(recent, FALSE) AND country IS DISTINCT FROM 'US' AS buyer,
      c.customer_id IN (SELECT customer_id FROM upcoming) AS guest,
      coalesce(orders >= 8 AND spent >= 600, FALSE) AS lapsing,
      c.customer_id IN (SELECT customer_id FROM contacted) AS contacted
    FROM customers c LEFT JOIN per_customer p USING (customer_id))
  WHERE buyer OR guest OR lapsing OR contacted),
rested AS (
  SELECT customer_id, valued, loyalty_points, online, spent,
    household_id IS NOT NULL AND row_number() OVER (PARTITION BY household_id ORDER BY coalesce(spent, 0) DESC, customer_id) > 1 AS beaten
  FROM people WHERE (buyer OR guest OR lapsing) AND NOT contacted),
best AS (
  SELECT customer_id FROM rested WHERE NOT beaten AND valued ORDER BY coalesce(spent, 0) DESC, customer_id LIMIT 2500),
kept AS (
  SELECT online, loyalty_points, customer_id IN (SELECT customer_id FROM best) AS post FROM rested WHERE NOT beaten),
gathered AS (
  SELECT count_if(buyer) AS "buyers out", count_if(guest) AS "guests out", count_if(lapsing) AS "lapsing out",
    count_if(buyer OR guest OR lapsing) AS "everyone out", count_if(contacted) AS "contacted out",
    count_if((buyer OR guest OR lapsing) AND NOT contacted) AS "rested out",
    count_if((buyer OR guest OR lapsing) AND contacted) AS "rested complement"
  FROM people),
chosen AS (
  SELECT count_if(post) AS "routes post", count_if(post) AS "keep out",
    count_if(post IS NOT TRUE AND online) AS "routes online",
    count_if(post IS NOT TRUE AND online IS NOT TRUE) AS "routes complement",
    count_if(post IS NOT TRUE AND online AND loyalty_points >= 500) AS "loyal out",
    count_if(post IS NOT TRUE AND online AND (loyalty_points >= 500) IS NOT TRUE) AS "loyal complement"
  FROM kept),
ranked AS (
  SELECT count(*) AS "facts out", count_if(NOT beaten) AS "one-per-home out", count_if(beaten) AS "one-per-home complement" FROM rested),
coming AS (
  SELECT count(*) AS "upcoming out", count_if(NOT EXISTS (FROM customers c WHERE c.customer_id = u.customer_id)) AS "guests complement"
  FROM upcoming u)
SELECT * FROM gathered, chosen, ranked, coming`;
}
