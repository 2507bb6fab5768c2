/** How patient the client is. Times in milliseconds. */
export interface Patience {
  base: number;
  cap: number;
  /** Failures one after the other, with nothing achieved in between, before the delivery is parked. */
  tries: number;
  /** Chunks on their way at the same time. */
  parallel: number;
}

export const patience: Patience = { base: 500, cap: 60_000, tries: 12, parallel: 3 };

/**
 * Full jitter: anywhere between nothing and a bound that doubles with every failure.
 * What the endpoint asked for in `Retry-After` wins; a little jitter on top keeps clients from returning all at once.
 * @param failures so far, from 1
 * @param random in [0, 1)
 */
export function backoff(policy: Patience, failures: number, random: number, retryAfter: number | undefined): number {
  if (retryAfter !== undefined) return retryAfter + random * policy.base;
  return random * Math.min(policy.cap, policy.base * 2 ** (failures - 1));
}

/** Milliseconds asked for by a `Retry-After` header, seconds or a date. Source: RFC 9110, section 10.2.3. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const moment = Date.parse(header);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now);
}
