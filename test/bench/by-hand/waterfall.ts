import type { AsOf } from '../../../core/segment/as-of';

const yes = "('y', 'yes', 'true', '1')";

/** Who gets the email and why not, as a person would write it for this data. `rows` has a customer's key and nothing else is asked of it. */
export function emailByHand({ now }: AsOf, rows: string, campaign: string): string {
  return `WITH answers AS (
  SELECT customer_id, arg_max(lower(value) IN ${yes}, (recorded_at, lower(value) NOT IN ${yes})) AS agreed
  FROM consents WHERE channel = 'email' AND recorded_at <= TIMESTAMP '${now}' AND purpose = 'marketing' GROUP BY customer_id),
judged AS MATERIALIZED (
  SELECT c.customer_id, lower(trim(c.email)) AS address,
    CASE WHEN lower(trim(c.email)) IN (SELECT email FROM suppression) THEN 'suppressed'
      WHEN agreed IS NOT TRUE THEN 'no-consent'
      WHEN c.email IS NULL THEN 'no-address'
      WHEN NOT regexp_matches(lower(trim(c.email)), '^[a-z0-9._%+-]+@([a-z0-9-]+\\.)+[a-z]{2,}$') THEN 'bad-address' END AS early
  FROM ${rows} r JOIN customers c USING (customer_id) LEFT JOIN answers a USING (customer_id)),
beaten AS (SELECT customer_id FROM judged WHERE early IS NULL QUALIFY row_number() OVER (PARTITION BY address ORDER BY customer_id) > 1),
final AS MATERIALIZED (
  SELECT sha256('${campaign}:newsletter:' || j.customer_id) AS recipient_id, j.customer_id, address,
    coalesce(early, CASE WHEN b.customer_id IS NOT NULL THEN 'duplicate-address'
      WHEN left(sha256('autumn:' || j.customer_id), 8) < '0ccccccd' THEN 'control' END) AS reason
  FROM judged j LEFT JOIN beaten b USING (customer_id))
SELECT coalesce(reason, 'sent') AS reason, count(*) AS n, max(recipient_id) FROM final GROUP BY ALL`;
}

/** The same for the postcard. */
export function mailByHand({ now }: AsOf, rows: string, campaign: string): string {
  const code = `CASE WHEN country IN ('FR', 'DE', 'ES', 'IT') THEN '^[0-9]{5}$' WHEN country IN ('AT', 'BE', 'CH') THEN '^[0-9]{4}$'
    WHEN country = 'NL' THEN '^[1-9][0-9]{3} ?[A-Z]{2}$' WHEN country = 'PT' THEN '^[0-9]{4}-[0-9]{3}$' WHEN country = 'US' THEN '^[0-9]{5}(-[0-9]{4})?$'
    WHEN country = 'GB' THEN '^[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}$' WHEN country = 'PL' THEN '^[0-9]{2}-[0-9]{3}$' ELSE '' END`;
  return `WITH answers AS (
  SELECT customer_id, arg_max(lower(value) IN ${yes}, (recorded_at, lower(value) NOT IN ${yes})) AS agreed
  FROM consents WHERE channel = 'postal' AND recorded_at <= TIMESTAMP '${now}' AND purpose = 'marketing' GROUP BY customer_id),
judged AS MATERIALIZED (
  SELECT c.customer_id, spent, last_name,
    regexp_replace(strip_accents(lower(concat_ws(' ', street, postcode, country))), '[^\\p{L}\\p{N}]+', '', 'g') AS box,
    CASE WHEN agreed IS FALSE THEN 'no-consent'
      WHEN street IS NULL AND postcode IS NULL AND city IS NULL THEN 'no-address'
      WHEN country IS NULL OR street IS NULL OR city IS NULL OR postcode IS NULL OR NOT regexp_matches(postcode, ${code}) THEN 'bad-address'
      WHEN region IS NULL AND country = 'US' THEN 'bad-address' END AS early
  FROM ${rows} r JOIN customers c USING (customer_id) LEFT JOIN answers a USING (customer_id)),
beaten AS (SELECT customer_id FROM judged WHERE early IS NULL
  QUALIFY row_number() OVER (PARTITION BY box ORDER BY spent DESC NULLS LAST, customer_id) > 1),
final AS MATERIALIZED (
  SELECT sha256('${campaign}:postcard:' || j.customer_id) AS recipient_id, j.customer_id,
    coalesce(early, CASE WHEN b.customer_id IS NOT NULL THEN 'duplicate-address'
      WHEN left(sha256('autumn:' || j.customer_id), 8) < '0ccccccd' THEN 'control' WHEN last_name IS NULL THEN 'bad-content' END) AS reason
  FROM judged j LEFT JOIN beaten b USING (customer_id))
SELECT coalesce(reason, 'sent') AS reason, count(*) AS n, max(recipient_id) FROM final GROUP BY ALL`;
}
