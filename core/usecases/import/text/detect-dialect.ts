import { type Problem, warning } from '../../../base/problems';
import type { Dialect } from '../../../model/recipe';
import { columnNames } from '../header';
import { type Candidate, candidates } from './candidates';
import { blankLayouts } from './columns-of-blanks';
import { afterLineEnd } from './cut';
import { findFrame, linesBefore } from './frame';
import type { Cut } from './layout';
import { lacksFirstName, toldOfRowNames } from './row-names';
import { areTypes, isUnderline, ruledLayouts } from './ruled';
import { ruledFrame } from './ruled-frame';
import { terminators } from './terminators';
import { commonWidth, cutAll, weigh } from './weigh';

/** The start of a text, without a byte order mark. */
export interface Sample {
  text: string;
  /** The text is all there is. */
  whole: boolean;
}

export type GivenDialect = Partial<Dialect> & Pick<Dialect, 'encoding'>;

/** How a text is cut, and what its columns are called. */
export interface Detected {
  dialect: Dialect;
  names: string[];
  problems: Problem[];
}

/** So many characters choose between layouts. */
const weighed = 65_536;
/** So many leave out most layouts. */
const quickly = 12_288;
/** However long lines are, a header is seen with some of what is below it. */
const fewestLines = 4;

/** Spreadsheets are told by such a line what stands between values; it is none of them. */
const separatorLine = /^"?sep=([^\r\n"]{1,2})"?(?:\r\n|\n|\r)/i;

/** Finds how a text is laid out, from its start; what is given is kept. */
export function detectDialect(sample: Sample, given: GivenDialect): Detected {
  const [line, delimiter] = given.delimiter === undefined && given.skip === undefined ? (separatorLine.exec(sample.text) ?? []) : [];
  if (line !== undefined && delimiter !== undefined) {
    const { dialect, ...found } = detectDialect({ ...sample, text: sample.text.slice(line.length) }, { ...given, delimiter });
    return { ...found, dialect: { ...dialect, skip: dialect.skip + 1 } };
  }
  const start = upToLineEnd(sample.text, weighed);
  const layout = bestLayout(start, given);
  const { text, whole } = sample.whole ? sample : { text: upToLineEnd(sample.text, sample.text.length - 1), whole: false };
  const records = cutAll(text, layout);
  const frame = layout.ruled ? ruledFrame(records, whole) : findFrame(records, whole, given);
  const body = records.slice(frame.begins).filter((r) => !r.blank);
  const kept = body.slice(0, Math.max(1, body.length - frame.footer));
  const header = given.header ?? frame.headerRows > 0;
  const tolerant = given.tolerant || (layout.ruled ? undefined : neededTolerance(kept, header ? Math.max(1, frame.headerRows) : 0));
  const dialect: Dialect = {
    ...layout,
    encoding: given.encoding,
    header,
    skip: given.skip ?? linesBefore(text, records, frame.begins, layout.terminator),
    ...(given.headerRows ? { headerRows: given.headerRows } : header && frame.headerRows > 1 ? { headerRows: frame.headerRows } : {}),
    ...(given.rowNames || (header && frame.headerRows === 1 && !layout.starts && !layout.ruled && lacksFirstName(kept))
      ? { rowNames: true }
      : {}),
    ...((given.footer ?? frame.footer) > 0 ? { footer: given.footer ?? frame.footer } : {}),
    ...((given.lineEnds ?? (layout.terminator === undefined && hasMixedEnds(text, records))) ? { lineEnds: 'mixed' as const } : {}),
    ...(tolerant ? { tolerant } : {}),
  };
  const names = namesOf(kept, dialect);
  const named = dialect.rowNames && !given.rowNames ? [toldOfRowNames(kept, names[0] ?? '')] : [];
  return { dialect, names, problems: [...told(dialect, records, frame.others), ...named] };
}

/** The names of the columns of a text that is cut as is known. */
export function readNames(sample: Sample, dialect: Dialect): string[] {
  const text = afterLines(sample.text, dialect);
  const records = cutAll(text, dialect, 50).filter((r) => !r.blank);
  return namesOf(records, dialect);
}

function bestLayout(text: string, given: GivenDialect) {
  const { delimiter, quote, escape, terminator, starts, aligned, trim, ruled } = given;
  const own = {
    ...(terminator ? { terminator } : {}),
    ...(starts ? { starts } : {}),
    ...(aligned ? { aligned } : {}),
    ...(trim ? { trim } : {}),
  };
  if (ruled) {
    const seen = ruledLayouts(text).find(({ layout }) => layout.ruled === ruled && layout.delimiter === (delimiter ?? layout.delimiter));
    return seen?.layout ?? { delimiter: delimiter ?? '|', quote: '', escape: escape ?? '', ruled };
  }
  if (starts || aligned) return { delimiter: ' ', quote: '', escape: '', ...own };
  if (delimiter !== undefined && quote !== undefined && escape !== undefined) return { delimiter, quote, escape, ...own };
  const ends = terminator === undefined ? terminators(text) : [terminator];
  const all: Candidate[] = ends.flatMap((end) => candidates(text, given, end));
  if (delimiter === undefined && quote === undefined) all.push(...ruledLayouts(text));
  if (delimiter === undefined) all.push(...blankLayouts(text).map((layout) => ({ layout, prior: 0.8 })));
  const best = heaviest(text, heaviest(upToLineEnd(text, quickly), all).slice(0, 4))[0];
  const found = best?.layout ?? { delimiter: ',', quote: '"', escape: '"' };
  const oneColumn = best?.width === 1 && delimiter === undefined && !found.ruled;
  return { ...(oneColumn ? { ...found, delimiter: ',' } : found), ...(trim ? { trim } : {}) };
}

interface Tried extends Candidate {
  weight: number;
  width: number;
  headed: boolean;
}

/** Those that fit best first; of equals, those that were first. */
function heaviest(text: string, all: readonly Candidate[]): Tried[] {
  const found = all.map((candidate): Tried => {
    const { weight, width, headed, records } = weigh(text, candidate.layout, candidate.prior);
    if (records.length === 1 && all.some((a) => a.layout.terminator !== undefined)) return { ...candidate, weight: 0, width, headed };
    return { ...candidate, weight: Number(weight.toFixed(6)), width, headed };
  });
  return found.filter((tried) => !found.some((other) => takesSignsOfValues(tried, other))).sort((a, b) => b.weight - a.weight);
}

/** With all values of a column beginning with the same sign, as in `1;£5`, that sign parts nothing: the names of the columns lack it. */
function takesSignsOfValues(tried: Tried, other: Tried): boolean {
  const [long, short] = [tried.layout.delimiter, other.layout.delimiter];
  const differ = long.length > short.length && long.includes(short) && tried.width === other.width;
  return differ && other.headed && !tried.headed && other.weight > 0;
}

/** Only whole lines, where there are any; more than `usual` characters where a few lines are that long. */
function upToLineEnd(text: string, usual: number): string {
  const most = Math.max(usual, endOfFirst(fewestLines, text));
  if (text.length <= most) return text;
  const end = Math.max(text.lastIndexOf('\n', most), text.lastIndexOf('\r', most));
  return end < most / 2 ? text.slice(0, most) : text.slice(0, end + 1);
}

/** Where so many lines end; 0 where there are not as many. */
function endOfFirst(lines: number, text: string): number {
  const end = /\r\n|\n|\r/g;
  for (let n = 0; n < lines; n++) if (!end.test(text)) return 0;
  return end.lastIndex;
}

/** What follows the lines that are skipped. */
export function afterLines(text: string, { skip, terminator }: Pick<Dialect, 'skip' | 'terminator'>): string {
  let at = 0;
  for (let n = 0; n < skip; n++) {
    const end = /\r\n|\n|\r/g;
    end.lastIndex = at;
    const own = terminator === undefined ? -1 : text.indexOf(terminator, at);
    const found = end.exec(text);
    const ownEnd = own < 0 ? text.length : afterLineEnd(text, own + (terminator ?? '').length);
    const next = Math.min(found ? found.index + found[0].length : text.length, ownEnd);
    at = next;
  }
  return text.slice(at);
}

function hasMixedEnds(text: string, records: readonly Cut[]): boolean {
  return new Set(records.map((r) => text.slice(r.textEnd, r.end)).filter((end) => end !== '')).size > 1;
}

/** What ends the first record: the engine takes the first line end there is, be it within a value. */
export function firstEnd(text: string, dialect: Dialect): string {
  const [first] = cutAll(text, dialect, 1);
  return first ? text.slice(first.textEnd, first.end) : '';
}

/** For empty values that are left out at the ends of many records; else for quotes that are out of place or never closed. */
function neededTolerance(records: readonly Cut[], headerRows: number): Dialect['tolerant'] {
  const body = records.slice(headerRows);
  const width = commonWidth(body);
  const short = body.filter((r) => r.values.length < width);
  const endsLeftOut = short.length > body.length / 20 + 1 && !body.some((r) => r.values.length === width && r.values[width - 1] === '');
  if (endsLeftOut) return true;
  return body.some((r) => r.flaw !== undefined) ? 'quotes' : undefined;
}

function namesOf(records: readonly Cut[], dialect: Dialect): string[] {
  const heads = records.slice(0, dialect.header ? (dialect.headerRows ?? 1) : 0);
  const named = dialect.ruled ? heads.filter((r, i) => i === 0 || !(isUnderline(r.values) || areTypes(r.values))) : heads;
  const rows = named.length;
  const [first] = records;
  if (!first) return [];
  if (rows === 0) return columnNames(first.values.map(() => null));
  const last = named[rows - 1] ?? first;
  const groups = named.slice(0, -1).map((r) => filledRight(r.values));
  const names = last.values.map((text, c) => {
    const parts = [...groups.map((g) => g[c] ?? ''), text].map((t) => t.trim()).filter((t) => /[\p{L}\p{N}]/u.test(t));
    return rows === 1 ? text : [...new Set(parts)].join(' ');
  });
  return columnNames(dialect.rowNames ? [null, ...names] : names);
}

/** A group's name stands over its first column alone. */
function filledRight(values: readonly string[]): string[] {
  let name = '';
  return values.map((text) => {
    if (text.trim() !== '') name = text;
    return name;
  });
}

function told(dialect: Dialect, records: readonly Cut[], others: readonly number[]): Problem[] {
  const problems: Problem[] = [];
  const from = (r: Cut | undefined) =>
    (r?.values ?? [])
      .filter((v) => v !== '')
      .join(' ')
      .slice(0, 80);
  if (dialect.skip > 0 && records.slice(0, dialect.skip).some((r) => !r.blank))
    problems.push(
      warning('import-lines-skipped', ['dialect', 'skip'], { lines: dialect.skip, first: from(records.find((r) => !r.blank)) }),
    );
  if (others.length > 0)
    problems.push(warning('import-several-tables', ['dialect'], { tables: others.length + 1, other: from(records[others[0] ?? 0]) }));
  else if (dialect.footer)
    problems.push(
      warning('import-footer-refused', ['dialect', 'footer'], { lines: dialect.footer, last: from(records.findLast((r) => !r.blank)) }),
    );
  return problems;
}
