import { Temporal } from 'temporal-polyfill';

/** An instant in UTC as a zone's clock shows it: `YYYY-MM-DDTHH:MM`. */
export function wallTime(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The instant at which a zone's clock shows a time; undefined where the text is no time. */
export function instantAt(text: string, zone: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return undefined;
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant().toString({ smallestUnit: 'second' });
}
