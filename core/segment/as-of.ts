import { Temporal } from 'temporal-polyfill';
import type { PeriodUnit } from '../model/rule';

/** The instant a run treats as now, as wall time in the workspace's zone: what compiled SQL sees instead of a clock. */
export interface AsOf {
  /** UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
  instant: string;
  /** `YYYY-MM-DD HH:MM:SS.ssssss` in the zone. */
  now: string;
  /** `YYYY-MM-DD` in the zone. */
  today: string;
}

/** What a rule and SQL call the day and the wall time of as-of: two variables that are always there. */
export const todayName = 'today';
export const nowName = 'now';

/** @param zone IANA name */
export function asOfIn(instant: string, zone: string): AsOf {
  const wall = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  return { instant, now: wall.toString({ fractionalSecondDigits: 6 }).replace('T', ' '), today: wall.toPlainDate().toString() };
}

/** The instant a day begins in a zone. */
export function startOfDay(day: string, zone: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString();
}

/** An instant as `YYYY-MM-DD HH:MM:SS.ssssss` in UTC. */
export function utcText(instant: string): string {
  return asOfIn(instant, 'UTC').now;
}

/** Moves a day by a number of periods; the end of a shorter month is its last day. */
export function moveDay(day: string, count: number, unit: PeriodUnit): string {
  return Temporal.PlainDate.from(day)
    .add({ [`${unit}s`]: count })
    .toString();
}

/**
 * Days of the year, as `month × 100 + day`, from `from` to `to` days after as-of.
 * 29 February falls on the 28th in common years.
 */
export function anniversariesBetween(asOf: AsOf, from: number, to: number): number[] {
  const first = Temporal.PlainDate.from(asOf.today).add({ days: from });
  const days = new Set<number>();
  for (let i = 0; i <= Math.min(to - from, 366); i++) {
    const date = first.add({ days: i });
    days.add(date.month * 100 + date.day);
    if (date.month === 2 && date.day === 28 && !date.inLeapYear) days.add(229);
  }
  return [...days];
}
