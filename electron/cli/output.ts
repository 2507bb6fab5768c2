import { plural } from '../../core/base/plural';
import type { Cell } from '../../core/model/value';

const grouped = new Intl.NumberFormat('en-GB', { useGrouping: 'always', maximumFractionDigits: 20 });
const sized = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const shares = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 2 });

/** All digits, grouped. */
export const count = (value: number): string => grouped.format(value);

/** All digits and what is counted. */
export const countOf = (value: number, one: string, many = `${one}s`): string => plural(count(value), one, many);

/** A share is rounded, so it never stands alone for a count. */
export const percent = (share: number): string => (share < 1 && share > 0.9999 ? '> 99.99%' : shares.format(share));

export function bytes(value: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = value < 1000 ? 0 : Math.min(Math.floor(Math.log10(value) / 3), units.length - 1);
  return `${sized.format(value / 1000 ** power)} ${units[power]}`;
}

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** Data may hold what moves a terminal's cursor or colours its text. */
export const plain = (text: string): string => text.replaceAll(/\p{Cc}/gu, '·');

const widest = 60;

/** A cell as people read it; one that is longer than a column ends in `…`. */
export function cellText(value: Cell): string {
  const text = plain(value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));
  const letters = [...text];
  return letters.length > widest ? `${letters.slice(0, widest - 1).join('')}…` : text;
}

export interface TableColumn {
  title: string;
  right?: boolean;
}

/** Columns in line, for a fixed-width font. */
export function table(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const width = (text: string) => [...text].length;
  const widths = columns.map((c, i) => Math.max(width(c.title), ...rows.map((row) => width(row[i] ?? ''))));
  const line = (cells: readonly string[]) =>
    columns
      .map((c, i) => {
        const text = cells[i] ?? '';
        const blank = ' '.repeat((widths[i] ?? 0) - width(text));
        return c.right ? blank + text : text + blank;
      })
      .join('  ')
      .trimEnd();
  return [line(columns.map((c) => c.title)), line(widths.map((w) => '─'.repeat(w))), ...rows.map(line)].join('\n');
}
