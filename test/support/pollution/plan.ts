import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import type { Table } from './table';

/** How a table is written. */
export interface Plan {
  table: Table;
  /** Rows of names; none where the file has no header. */
  header: string[][];
  /** The names the columns should get; any are right where the file has none. */
  expected: string[] | undefined;
  before: string[];
  after: string[];
  delimiter: string;
  quote: string;
  escape: 'double' | 'backslash' | 'bare';
  always: boolean;
  /** Ends of records, taken in turn. */
  ends: string[];
  lastEnd: boolean;
  /** Written after the last value. */
  trailing: string;
  encoding: string;
  bom: boolean;
  gzip: boolean;
  layout: 'delimited' | 'fixed' | 'aligned';
  name: string;
  /** The last word on the bytes. */
  finish?: (bytes: Buffer) => Buffer;
}

export function plan(table: Table): Plan {
  return {
    table,
    header: [table.names],
    expected: table.names,
    before: [],
    after: [],
    delimiter: ',',
    quote: '"',
    escape: 'double',
    always: false,
    ends: ['\n'],
    lastEnd: true,
    trailing: '',
    encoding: 'utf-8',
    bom: false,
    gzip: false,
    layout: 'delimited',
    name: 'file.csv',
  };
}

export interface Written {
  bytes: Buffer;
  /** The line on which each row begins, counted from 1. */
  lines: number[];
}

export function write(p: Plan): Written {
  const widths = widthsOf(p);
  const parts: string[] = [];
  const lines: number[] = [];
  let line = 1;
  const add = (text: string) => {
    const end = p.ends[parts.length % p.ends.length] ?? '\n';
    parts.push(`${text}${end}`);
    line += (`${text}${end}`.match(/\r\n|\n|\r/g) ?? []).length;
  };
  for (const text of p.before) add(text);
  for (const names of p.header) add(record(p, names, widths));
  for (const row of p.table.rows) {
    lines.push(line);
    add(row.raw ?? record(p, row.cells, widths));
  }
  for (const text of p.after) add(text);
  const all = parts.join('');
  const text = p.lastEnd ? all : all.slice(0, -(p.ends[(parts.length - 1) % p.ends.length] ?? '\n').length);
  const encoded = iconv.encode(text, p.encoding, { addBOM: p.bom });
  const bytes = p.finish ? p.finish(encoded) : encoded;
  return { bytes: p.gzip ? gzipSync(bytes) : bytes, lines };
}

function widthsOf(p: Plan): number[] {
  const all = [...p.header, ...p.table.rows.map((r) => r.cells)];
  return p.table.names.map((_, c) => Math.max(...all.map((cells) => (cells[c] ?? '').length)));
}

export function record(p: Plan, cells: readonly string[], widths: readonly number[] = []): string {
  switch (p.layout) {
    case 'delimited':
      return cells.map((text) => value(p, text)).join(p.delimiter) + p.trailing;
    case 'fixed':
    case 'aligned':
      return cells.map((text, c) => (/^[\d.]+$/.test(text) ? text.padStart(widths[c] ?? 0) : text.padEnd(widths[c] ?? 0))).join(' ');
  }
}

function value(p: Plan, text: string): string {
  if (p.escape === 'bare') return text.replaceAll('\\', '\\\\').replaceAll(p.delimiter, `\\${p.delimiter}`);
  const needs = p.always || text.includes(p.quote) || p.ends.some((e) => text.includes(e)) || /[\r\n]|^\s|\s$/.test(text);
  if (!needs && !text.includes(p.delimiter)) return text;
  const escaped =
    p.escape === 'double' ? text.replaceAll(p.quote, p.quote + p.quote) : text.replaceAll('\\', '\\\\').replaceAll(p.quote, `\\${p.quote}`);
  return `${p.quote}${escaped}${p.quote}`;
}
