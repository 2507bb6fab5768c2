/** A moment to the minute, or the last microsecond of one: what a field for minutes can show. */
const minute = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(?::00|:59\.999999)?)?$/;

/** `YYYY-MM-DDTHH:MM` of a moment that is written; undefined where it says more, or something else. */
export function minuteOf(written: string): string | undefined {
  const [, day, time = '00:00'] = minute.exec(written) ?? [];
  return day === undefined ? undefined : `${day}T${time}`;
}

/** A minute as a moment: its beginning or, where it ends a span that it belongs to, its last microsecond. */
export function writtenMinute(minute: string, isEnd: boolean): string {
  return `${minute.replace('T', ' ')}:${isEnd ? '59.999999' : '00'}`;
}

/** The last moment of a day that stands alone. */
export function endOf(written: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(written) ? writtenMinute(`${written}T23:59`, true) : written;
}

/** A moment for people: its day alone where it is the beginning of one or, at the end of a span, the last of one. */
export function momentParts(written: string): { day: string; time?: string } | undefined {
  const [day, time] = minuteOf(written)?.split('T') ?? [];
  if (day === undefined || time === undefined) return undefined;
  return time === '00:00' || written.endsWith('23:59:59.999999') ? { day } : { day, time };
}
