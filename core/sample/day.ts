import { Temporal } from 'temporal-polyfill';

/** Days and wall times around the day the sample is made for. */
export interface Calendar {
  day(daysAgo: number): string;
  moment(daysAgo: number, secondsOfDay: number): string;
}

const milliseconds = 86_400_000;

/** @param today `YYYY-MM-DD` */
export function calendarOf(today: string): Calendar {
  const start = Temporal.PlainDate.from(today).toZonedDateTime('UTC').epochMilliseconds;
  const at = (daysAgo: number, seconds: number) => new Date(start - daysAgo * milliseconds + seconds * 1000).toISOString();
  return {
    day: (daysAgo) => at(daysAgo, 0).slice(0, 10),
    moment: (daysAgo, seconds) => at(daysAgo, seconds).slice(0, 19).replace('T', ' '),
  };
}
