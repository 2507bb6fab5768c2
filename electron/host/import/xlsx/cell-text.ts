import type { NumberFormat } from './formats';

const dayMs = 86_400_000;

/** A number as it is, not as it looks; but days as ISO and numbers padded with zeros as shown, since those are names. */
export function numberText(raw: string, format: NumberFormat, from1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  // Digits beyond what a double holds are kept as they stand.
  const text = /^-?\d+$/.test(raw) ? raw : String(value);
  if (format === 'number') return text;
  if (format === 'moment') return momentText(value, from1904) ?? text;
  return /^\d+$/.test(text) ? text.padStart(format.zeros, '0') : text;
}

/**
 * Days since 1899-12-30 as an ISO day, with the time where there is one; below one day the time alone. The year 1900 is counted as
 * a leap year, as spreadsheets do: days before its March are one less. Undefined outside of the years 1900 to 9999.
 */
function momentText(value: number, from1904: boolean): string | undefined {
  const seconds = Math.round(value * 86_400);
  if (seconds < 0) return undefined;
  const time = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19);
  if (seconds < 86_400 && !from1904) return time;
  const days = Math.floor(seconds / 86_400) + (from1904 ? 1462 : 0);
  if (days >= 2_958_466 || days === 60) return undefined;
  const day = new Date(Date.UTC(1899, 11, 30) + (days < 60 ? days + 1 : days) * dayMs).toISOString().slice(0, 10);
  return seconds % 86_400 === 0 ? day : `${day} ${time}`;
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
