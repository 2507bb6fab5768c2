import { Temporal } from 'temporal-polyfill';
import { textLiteral } from '../../sql/quote';

const wall = '\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?';
const offset = '(?:Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)';

/** The pattern of moments that say how far they are from UTC. */
export const instantPattern = `${wall} ?${offset}`;

/** SQL for the moment `v`, which is of that pattern, in UTC; NULL where there is no such day or time. */
export function instantInUtc(v: string): string {
  const local = `TRY_CAST(regexp_extract(${v}, '^${wall}') AS TIMESTAMP)`;
  const part = (group: number) => `coalesce(TRY_CAST(regexp_extract(${v}, '([+-])(\\d{2}):?(\\d{2})?$', ${group}) AS INTEGER), 0)`;
  const minutes = `${part(2)} * 60 + ${part(3)}`;
  const named = `regexp_matches(${v}, '[A-Z]$')`;
  return `CASE WHEN ${named} THEN ${local} WHEN regexp_matches(${v}, '-\\d{2}(:?\\d{2})?$') THEN ${local} + to_minutes(${minutes}) ELSE ${local} - to_minutes(${minutes}) END`;
}

/** Time is told by the rules that zones have now. */
const [firstYear, lastYear] = ['1900-01-01T00:00:00Z', '2100-01-01T00:00:00Z'];
const known = new Map<string, { from: string; seconds: number }[]>();

/** SQL for the wall time in a zone of `utc`, a timestamp; without what only one of the engines knows of zones. */
export function wallTime(utc: string, zone: string): string {
  const [first, ...changes] = changesOf(zone);
  const shift = (seconds: number) => `u + to_seconds(${seconds})`;
  const since = changes.reverse().map((c) => `WHEN u >= TIMESTAMP ${textLiteral(c.from)} THEN ${shift(c.seconds)}`);
  const shifted = since.length === 0 ? shift(first?.seconds ?? 0) : `CASE ${since.join(' ')} ELSE ${shift(first?.seconds ?? 0)} END`;
  // Named, since it stands in so many branches.
  return `list_transform([${utc}], lambda u: ${shifted})[1]`;
}

/** How far a zone is from UTC, and since when. */
function changesOf(zone: string): { from: string; seconds: number }[] {
  const before = known.get(zone);
  if (before) return [...before];
  const found: { from: string; seconds: number }[] = [];
  const end = Temporal.Instant.from(lastYear);
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.from(firstYear).toZonedDateTimeISO(zone);
  while (at && Temporal.Instant.compare(at.toInstant(), end) < 0) {
    found.push({ from: at.toInstant().toString().replace('T', ' ').replace('Z', ''), seconds: at.offsetNanoseconds / 1e9 });
    at = at.getTimeZoneTransition('next');
  }
  known.set(zone, found);
  return [...found];
}
