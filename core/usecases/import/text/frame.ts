import { isAbsent, isTyped } from './cell-kinds';
import { lineEnds } from './cut';
import type { Cut } from './layout';
import { lacksFirstName } from './row-names';
import { commonWidth } from './weigh';

/** Where a table stands among the records of a text. */
export interface Frame {
  /** The first record of the table, which is the header where there is one. */
  begins: number;
  headerRows: number;
  /** Records that are not blank after the table. */
  footer: number;
  /** Other tables, by the records at which they begin. */
  others: number[];
}

const total = /^\W*(grand |sub-?)?(totals?|sums?|gesamt|summe|suma|somme|totale|totaal|ukupno|итого)\b/i;
const looked = 200;

/** @param whole the records are all there are */
export function findFrame(records: readonly Cut[], whole: boolean, given: { header?: boolean | undefined } = {}): Frame {
  const { block, others } = mainBlock(records);
  const table = block.filter((r) => !records[r]?.blank);
  const width = commonWidth(table.flatMap((r) => records[r] ?? []));
  const rest = table.slice(titles(records, table, width));
  const begins = rest[0] ?? 0;
  const footer = whole ? footerOf(records, rest, width) : 0;
  const body = withFirstName(rest.slice(0, looked).flatMap((r) => records[r] ?? []));
  const headerRows = given.header === false ? 0 : Math.max(headerOf(body, width), given.header ? 1 : 0);
  return { begins, headerRows, footer, others };
}

/** Names stand over their columns, where the first column has none. */
function withFirstName(body: readonly Cut[]): readonly Cut[] {
  const [top, ...below] = body;
  return top && lacksFirstName(body) ? [{ ...top, values: [unnamed, ...top.values] }, ...below] : body;
}

/** Stands where a name is missing, and looks like one. */
const unnamed = 'row';

/** Blank lines part tables; those that go on with as many values are one. */
function mainBlock(records: readonly Cut[]): { block: number[]; others: number[] } {
  const blocks: { rows: number[]; width: number }[] = [];
  const usual = commonWidth(records.filter((r) => !r.blank));
  let rows: number[] = [];
  const close = () => {
    if (rows.length === 0) return;
    const usually = rows.some((r) => records[r]?.values.length === usual);
    const width = usually ? usual : commonWidth(rows.flatMap((r) => records[r] ?? []));
    const before = blocks.at(-1);
    if (before && before.width === width && width > 1) before.rows.push(...rows);
    else blocks.push({ rows, width });
    rows = [];
  };
  for (const [r, record] of records.entries()) {
    if (record.blank) close();
    else rows.push(r);
  }
  close();
  if (blocks.every((b) => b.width === 1)) return { block: blocks.flatMap((b) => b.rows), others: [] };
  const main = blocks.toSorted((a, b) => b.rows.length * Math.min(2, b.width) - a.rows.length * Math.min(2, a.width))[0];
  const others = blocks.filter((b) => b !== main && b.width > 1 && b.rows.length > 1).map((b) => b.rows[0] ?? 0);
  return { block: main?.rows ?? [], others };
}

/** Records before the table: of another length, or with next to nothing in them. */
function titles(records: readonly Cut[], table: readonly number[], width: number): number {
  if (width === 1) return 0;
  const filled = (n: number) => records[table[n] ?? -1]?.values.filter((v) => v.trim() !== '').length ?? 0;
  const size = (n: number) => records[table[n] ?? -1]?.values.length ?? 0;
  const isHeader = (n: number) => size(n) === width || (size(n) === width - 1 && filled(n) > 1);
  const last = Math.min(table.length, 100);
  let n = 0;
  while (n < last && !isHeader(n)) n++;
  if (n === last) return 0;
  const usual = median(Array.from({ length: Math.min(looked, table.length - n) }, (_, k) => filled(n + k)));
  while (n < last - 1 && usual > 2 && filled(n) <= 1) n++;
  return n;
}

function median(of: number[]): number {
  return of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;
}

function footerOf(records: readonly Cut[], table: readonly number[], width: number): number {
  const end = table.at(-1) ?? -1;
  const after = records.slice(end + 1).filter((r) => !r.blank).length;
  let within = 0;
  while (within < table.length - 2) {
    const record = records[table[table.length - 1 - within] ?? -1];
    if (!record || !isClosing(record, width)) break;
    within++;
  }
  return Math.min(1000, after + within);
}

/** A remark or a total, which no record is. */
function isClosing({ values, quoted }: Cut, width: number): boolean {
  const [first = ''] = values;
  if (width < 2) return false;
  if (values.length === width) {
    const filled = values.filter((v) => v.trim() !== '');
    const text = filled[0] ?? '';
    return (
      (total.test(first) && filled.length < width) ||
      (filled.length === 1 && width > 3 && (total.test(text) || /\p{L}.*\s.*\p{L}/u.test(text)))
    );
  }
  return values.length === 1 && quoted[0] !== true && /\p{L}/u.test(first) && /\s|^\W/.test(first.trim());
}

/** Rows of names at the top of a table. */
function headerOf(rows: readonly Cut[], width: number): number {
  const [top, ...below] = rows;
  if (!top) return 0;
  if (below.length === 0) return top.values.some(isTyped) ? 0 : 1;
  const typed = Array.from({ length: width }, (_, c) => c).filter((c) => {
    const filled = rows.slice(Math.min(4, rows.length - 1)).flatMap((r) => (isSaid(r.values[c]) ? [r.values[c] ?? ''] : []));
    return filled.length > 0 && filled.filter(isTyped).length >= filled.length * 0.8;
  });
  if (typed.length === 0) return textHeader(top, below, width);
  const names = (row: Cut) => typed.every((c) => mayName(row.values[c] ?? ''));
  let leading = 0;
  while (leading < Math.min(6, rows.length - 1) && names(rows[leading] ?? top)) leading++;
  if (leading === 0) return yearsAcross(top, below, typed) ? 1 : 0;
  if (fillsGaps(rows, leading, typed)) return leading + 1;
  if (leading === 2 && areUnits(rows, typed)) return leading;
  while (leading > 1 && !areNames(rows.slice(0, leading), rows.slice(leading), typed)) leading--;
  return leading > 1 || typed.every((c) => isFilled(top, c)) ? leading : textHeader(top, below, width);
}

const mayName = (text: string) => !isTyped(text) && !isAbsent(text);

const isFilled = (row: Cut, c: number) => (row.values[c] ?? '').trim() !== '';

/**
 * Whether rows of words are names in several rows and not records: those above have gaps, as groups and merged cells leave, that
 * the last one fills, and nothing in the last one looks like what is below.
 */
function areNames(rows: readonly Cut[], below: readonly Cut[], typed: readonly number[]): boolean {
  const last = rows.at(-1);
  const above = rows.slice(0, -1);
  if (!last || above.some((r) => r.values.every((_, c) => isFilled(r, c)))) return false;
  const named = last.values.every((_, c) => rows.some((r) => isFilled(r, c)));
  const words = last.values.filter((_, c) => isFilled(last, c)).length;
  return (
    named &&
    words > 1 &&
    typed.every((c) => rows.some((r) => isFilled(r, c))) &&
    !last.values.some((_, c) => isFilled(last, c) && comesAgain(last, below, c))
  );
}

/** Whether names go on below groups of them, numbers such as years among them: columns of numbers that had no name have one there. */
function fillsGaps(rows: readonly Cut[], leading: number, typed: readonly number[]): boolean {
  const open = typed.filter((c) => !rows.slice(0, leading).some((r) => isFilled(r, c)));
  const next = rows[leading];
  return (
    next !== undefined &&
    open.length > 0 &&
    rows.length > leading + 2 &&
    next.values.every((v, c) => isFilled(next, c) && (!open.includes(c) || mayName(v)))
  );
}

/** Whether below a row of names the next tells what numbers are measured in: it has words above columns of numbers and nothing else. */
function areUnits([top, units, ...below]: readonly Cut[], typed: readonly number[]): boolean {
  if (!top || !units || below.length < 3 || !top.values.every((_, c) => isFilled(top, c))) return false;
  const told = units.values.flatMap((_, c) => (isFilled(units, c) ? [c] : []));
  const isShort = (c: number) => /^\S{1,12}$/.test((units.values[c] ?? '').trim());
  return (
    told.length > 0 &&
    told.length < units.values.length &&
    told.every((c) => typed.includes(c) && isShort(c) && !comesAgain(units, below, c))
  );
}

function comesAgain(row: Cut, below: readonly Cut[], c: number): boolean {
  return sameShape(row, below, c) || below.some((r) => r.values[c] === row.values[c]);
}

const isSaid = (text: string | undefined) => text !== undefined && text.trim() !== '' && !isAbsent(text);

/** Columns of numbers under numbers that are names: years, one after the other. */
function yearsAcross(top: Cut, below: readonly Cut[], typed: readonly number[]): boolean {
  const years = typed.map((c) => Number(top.values[c]));
  const rising = years.every((y, n) => Number.isInteger(y) && y > 1800 && y < 2200 && (n === 0 || y === (years[n - 1] ?? 0) + 1));
  return years.length > 1 && rising && !below.some((r) => typed.every((c) => Number(r.values[c]) > 1800 && Number(r.values[c]) < 2200));
}

/** Among text alone, names are different words that do not come again below. */
function textHeader(top: Cut, below: readonly Cut[], width: number): number {
  const names = top.values.map((v) => v.trim());
  const filled = names.filter((n) => n !== '');
  if (filled.length < width * 0.5) return 0;
  if (new Set(filled.map((n) => n.toLowerCase())).size < filled.length * 0.75) return 0;
  if (names.some((n, c) => n !== '' && below.some((r) => r.values[c]?.trim() === n))) return 0;
  if (names.some((n) => isTyped(n) || /@|^https?:/.test(n))) return 0;
  if (names.some((_, c) => sameShape(top, below, c))) return 0;
  return 1;
}

/** Values all of one shape, such as K00017, of which the top is one. */
function sameShape(top: Cut, below: readonly Cut[], c: number): boolean {
  const shape = (text: string) =>
    text
      .trim()
      .replaceAll(/\p{L}+/gu, 'a')
      .replaceAll(/\d/g, '9');
  const first = shape(top.values[c] ?? '');
  return /9/.test(first) && below.filter((r) => shape(r.values[c] ?? '') === first).length >= below.length * 0.8;
}

/** The line on which a record begins, counted from 0. */
export function linesBefore(text: string, records: readonly Cut[], index: number, terminator: string | undefined): number {
  const at = index === 0 ? 0 : (records[index - 1]?.end ?? 0);
  const lines = lineEnds(text.slice(0, at));
  return terminator !== undefined && lines < index ? index : lines;
}
