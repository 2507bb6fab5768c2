import type { NumberFormat } from './formats';

const dayMs = 86_400_000;

/** A number as it is, not as it looks; but days as ISO and numbers padded with zeros as shown, since those are names. */
export function numberText(raw: string, format: NumberFormat, from1904: boolean): string {
  // Digits beyond what a double holds are kept as they stand.
  const isWhole = /^-?\d+$/.test(raw);
  if (isWhole && format === 'number') return raw;
  const value = Number(raw);
  if (!Number.isFinite(value) || raw.trim() === '') return raw;
  const text = isWhole ? raw : String(value);
  if (format === 'number') return text;
  if (format === 'elapsed') return elapsedText(value);
  if (format === 'moment' || format === 'time') return momentText(value, from1904 && format !== 'time', from1904) ?? text;
  return /^\d+$/.test(text) ? text.padStart(format.zeros, '0') : text;
}

/** Hours, minutes and seconds of days, beyond a day too. */
function elapsedText(days: number): string {
  const seconds = Math.round(Math.abs(days) * 86_400);
  return `${days < 0 && seconds > 0 ? '-' : ''}${clockText(seconds)}`;
}

function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/**
 * Days since 1899-12-30 as an ISO day, with the time where there is one; below one day the time alone. The year 1900 is counted as
 * a leap year, as spreadsheets do: days before its March are one less. Undefined outside of the years 1900 to 9999.
 * @param firstDay what is below one day is a time on the first day there is
 */
function momentText(value: number, firstDay: boolean, from1904: boolean): string | undefined {
  const seconds = Math.round(value * 86_400);
  if (seconds < 0) return undefined;
  const time = seconds % 86_400;
  if (seconds < 86_400 && !firstDay) return clockText(time);
  const days = Math.floor(seconds / 86_400) + (from1904 ? 1462 : 0);
  if (days >= 2_958_466 || days === 60) return undefined;
  const day = dayText(days < 60 ? days + 1 : days);
  return time === 0 ? day : `${day} ${clockText(time)}`;
}

/** The days of a column come again and again. */
const dayTexts = new Map<number, string>();
const mostDays = 100_000;

function dayText(days: number): string {
  const known = dayTexts.get(days);
  if (known !== undefined) return known;
  const text = new Date(Date.UTC(1899, 11, 30) + days * dayMs).toISOString().slice(0, 10);
  if (dayTexts.size < mostDays) dayTexts.set(days, text);
  return text;
}

/** Source: ECMA-376, 22.9.2.19: characters that XML cannot hold are written _xHHHH_. */
export function unescapedText(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}

/** 0 for A, 26 for AA; -1 where there is none. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}
