import { wholeness } from './cell-kinds';
import { cutter } from './cut';
import type { Cut, Layout } from './layout';

/** How well a layout fits. */
export interface Weighed {
  weight: number;
  records: Cut[];
  /** Values in most records. */
  width: number;
  /** The first record has as many. */
  headed: boolean;
}

/** All records of a text. */
export function cutAll(text: string, layout: Layout, most = Number.POSITIVE_INFINITY): Cut[] {
  const cut = cutter(layout);
  const records: Cut[] = [];
  for (let at = 0; at < text.length && records.length < most; ) {
    const record = cut(text, at, true);
    if (!record) break;
    records.push(record);
    at = record.end;
  }
  return records;
}

export function weigh(text: string, layout: Layout, prior: number): Weighed {
  const records = cutAll(text, layout);
  const filled = records.filter((r) => !r.blank);
  const width = commonWidth(filled);
  const fitting = filled.filter((r) => r.values.length === width);
  const flawed = filled.filter((r) => r.flaw !== undefined).length;
  const sound = filled.reduce((all, r) => all + r.quoted.filter(Boolean).length, 0);
  const flaws = layout.ruled ? 0 : (flawed / Math.max(1, filled.length)) * (flawed / Math.max(1, flawed + sound));
  const fit = fitting.length / Math.max(1, filled.length);
  const columns = 1 - 1 / (width + 1);
  const wrapped = layout.quote === '' && filled.some((r) => r.values.some((v) => /^(["']).*\1$/s.test(v))) ? 0.9 : 1;
  const usesQuotes = layout.quote !== '' && layout.quote !== '"' && !filled.some((r) => r.quoted.some(Boolean)) ? 0.9 : 1;
  const weight = prior * fit * fit * columns * wholenessOf(fitting, width) * (1 - Math.min(0.9, flaws * 2)) * usesQuotes * wrapped;
  return { weight, records, width, headed: filled[0]?.values.length === width };
}

/** The number of values that most records have; with equally many, the larger. */
export function commonWidth(records: readonly Cut[]): number {
  const counts = new Map<number, number>();
  for (const { values } of records) counts.set(values.length, (counts.get(values.length) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || b - a)[0]?.[0] ?? 1;
}

function wholenessOf(records: readonly Cut[], width: number): number {
  let sum = 0;
  for (let c = 0; c < width; c++) {
    if (records.every((r) => r.values[c] === '')) sum += c === width - 1 ? 0.7 : 0.3;
    else sum += records.reduce((all, r) => all + (r.quoted[c] ? 1 : wholeness(r.values[c] ?? '')), 0) / records.length;
  }
  return records.length === 0 ? 0 : sum / width;
}
