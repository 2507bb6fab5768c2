import type { Language } from '../../core/base/codes';
import { commonEn } from './areas/common';

const locales: Record<Language, string> = { en: 'en-GB', es: 'es-ES' };

export interface Formats {
  /** As a BCP 47 tag. */
  locale: string;
  number: (value: number) => string;
  /** A number that may not be known. */
  count: (value: number | null | undefined) => string;
  /** `share` between 0 and 1. */
  percent: (share: number) => string;
  /** The same in a column: each with as many decimals as the others. */
  share: (share: number) => string;
  /** A number in a column, rounded to tenths. */
  tenths: (value: number) => string;
  bytes: (bytes: number) => string;
  /** An instant in UTC as wall time of this machine. */
  moment: (instant: string) => string;
  /** The same to the second, where a minute does not tell two apart. */
  second: (instant: string) => string;
  /** A calendar day, `YYYY-MM-DD`; anything else stays as it is written. */
  day: (day: string) => string;
  /** An instant as wall time of this machine, to the second. */
  time: (instant: string) => string;
  /** How long something took. */
  duration: (milliseconds: number) => string;
}

/** The least share that is told apart from none. */
const least = 0.001;

/** A share of a few in many is not nothing, and all but a few are not all. */
function told(format: Intl.NumberFormat, share: number): string {
  if (share > 0 && share < least / 2) return `<${format.format(least)}`;
  if (share < 1 && share >= 1 - least / 2) return `>${format.format(1 - least)}`;
  return format.format(share);
}

const made = new Map<Language, Formats>();

/** Made once for each language: what `Intl` needs for one takes a millisecond, and hundreds of counts ask for it. */
export function formatsFor(language: Language): Formats {
  const formats = made.get(language) ?? createFormats(language);
  made.set(language, formats);
  return formats;
}

/** Numbers and moments as the language writes them. Grouping is always on, so that 4212 never looks like a year. */
function createFormats(language: Language): Formats {
  const locale = locales[language];
  const number = new Intl.NumberFormat(locale, { useGrouping: 'always', maximumFractionDigits: 20 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  // Less than a tenth below zero is zero, not less than it.
  const tenths = new Intl.NumberFormat(locale, {
    useGrouping: 'always',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'negative',
  });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const second = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  const short = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return {
    locale,
    number: (value) => number.format(value),
    count: (value) => (value === null || value === undefined ? commonEn.unknown : number.format(value)),
    percent: (share) => told(percent, share),
    share: (value) => told(share, value),
    // Nothing is not less than nothing.
    tenths: (value) => tenths.format(Math.round(value * 10) / 10 + 0).replace('-', '−'),
    bytes: (bytes) => {
      const units = ['B', 'kB', 'MB', 'GB', 'TB'];
      const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
      return `${short.format(bytes / 1000 ** power)} ${units[power]}`;
    },
    moment: (instant) => moment.format(new Date(instant)),
    second: (instant) => second.format(new Date(instant)),
    day: (written) => (Number.isNaN(Date.parse(`${written}T00:00:00Z`)) ? written : day.format(new Date(`${written}T00:00:00Z`))),
    time: (instant) => time.format(new Date(instant)),
    duration: (milliseconds) => (milliseconds < 10_000 ? `${number.format(milliseconds)} ms` : `${short.format(milliseconds / 1000)} s`),
  };
}
