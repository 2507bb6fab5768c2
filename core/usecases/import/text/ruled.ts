import type { Candidate } from './candidates';
import type { Cut, Cutter, EndFinder, Layout } from './layout';

const boxRule = /^\s*(?:-{5,}|\+[-=]+(?:\+[-=]+)*\+|(?=.*[─═━])[─━═\u250c-\u254b\u2552-\u2570]+)\s*$/;
const openRule = /^-+(?:\+-+)+\s*$/;
const underline = /^:?-+:?$/;
/** Nobody draws such lines by chance: they tell more than what else fits, also where half of a short text is no table. */
const prior = 5;
const looked = 200;

/** Layouts whose lines are seen in a text: tables as mysql, psql and sqlite print them, and those of Markdown. */
export function ruledLayouts(text: string): Candidate[] {
  const lines = text.split(/\r\n|\n|\r/, looked);
  const found = new Map<string, Layout>();
  for (const [n, line] of lines.entries()) {
    const layout = ruledBy(line, lines[n - 1] ?? '', lines[n + 1] ?? '');
    if (layout) found.set(JSON.stringify(layout), layout);
  }
  return [...found.values()].map((layout) => ({ layout, prior }));
}

function ruledBy(line: string, above: string, below: string): Layout | undefined {
  const base = { delimiter: '|', quote: '', escape: '' };
  if (boxRule.test(line)) {
    const delimiter = /^\s*([|│║┃])/.exec(below)?.[1];
    return delimiter === undefined ? undefined : { ...base, delimiter, ruled: 'boxed' };
  }
  if (openRule.test(line)) return line.split('+').length === above.split('|').length ? { ...base, ruled: 'open' } : undefined;
  if (!line.includes('|')) return undefined;
  const ruled = line.trim().startsWith('|') ? 'boxed' : 'open';
  const layout = { ...base, escape: '\\', ruled } as const;
  const cells = valuesIn(line, layout);
  return isUnderline(cells ?? []) && valuesIn(above, layout)?.length === cells?.length ? layout : undefined;
}

/** What DuckDB writes under the names of columns; `…` where it left some out. */
const typeName =
  /^(?:…|boolean|u?(?:tiny|small|big|huge|u)?int(?:eger)?(?:8|16|32|64|128)?|float|double|decimal\(.*\)|bignum|varchar|blob|bit|date|time.*|interval|uuid|json|variant|null|enum\(.*|struct\(.*|map\(.*|union\(.*|.*\[\d*\])$/i;

export const areTypes = (values: readonly string[]) => values.length > 0 && values.every((v) => typeName.test(v));

/** DuckDB shows the first and the last rows of many, and three of these between. */
const leftOut = (values: readonly string[]) => values.every((v) => v === '·');

/** What Markdown has under the names of columns. */
export const isUnderline = (values: readonly string[]) => values.length > 0 && values.every((v) => underline.test(v));

/** @param find where a line ends */
export function ruledCutter(layout: Layout, find: EndFinder): Cutter {
  const lineAt = (text: string, at: number, last: boolean) =>
    find(text, at, last) ?? (last ? { start: text.length, end: text.length } : undefined);
  return (text, at, last) => {
    const first = lineAt(text, at, last);
    if (!first) return undefined;
    const line = text.slice(at, first.start);
    const rule = layout.ruled === 'boxed' ? boxRule : openRule;
    const cut = (values: string[], end: typeof first, more: Partial<Cut>): Cut => {
      return { values, quoted: values.map(() => false), textEnd: end.start, end: end.end, blank: false, ...more };
    };
    if (line.trim() === '' || rule.test(line)) return cut([], first, { blank: true });
    const values = valuesIn(line, layout);
    if (!values || leftOut(values)) return cut([line.trim()], first, { flaw: 'unclosed' });
    // psql marks a line end within a value by a plus sign and goes on below: which lines belong together is told by widths alone.
    let end = first;
    let flawed = false;
    for (let shown = line; layout.ruled === 'open' && layout.escape === '' && shown.includes('+'); ) {
      const next = lineAt(text, end.end, last);
      if (!next) return undefined;
      const below = text.slice(end.end, next.start);
      if (!goesOn(shown, below, layout)) break;
      flawed = true;
      shown = below;
      end = next;
    }
    return cut(values, end, flawed ? { flaw: 'unclosed' } : {});
  };
}

function goesOn(line: string, below: string, { delimiter }: Layout): boolean {
  const cells = line.split(delimiter);
  const rest = below.split(delimiter);
  const marked = cells.map((cell) => cell.endsWith('+'));
  return rest.length === cells.length && marked.includes(true) && rest.every((text, c) => marked[c] || text.trim() === '');
}

/** The values of a line; `undefined` where it has not the delimiters at its ends that it should. */
function valuesIn(line: string, { delimiter, escape, ruled }: Layout): string[] | undefined {
  const bare = line.trim();
  const values: string[] = [];
  let value = '';
  for (let p = 0; p < bare.length; p++) {
    const char = bare[p] ?? '';
    if (escape !== '' && char === escape && bare.startsWith(delimiter, p + 1)) {
      value += delimiter;
      p += delimiter.length;
    } else if (bare.startsWith(delimiter, p)) {
      values.push(value.trim());
      value = '';
    } else value += char;
  }
  values.push(value.trim());
  if (ruled !== 'boxed') return values;
  if (values.length <= 2 || !bare.startsWith(delimiter) || value !== '') return undefined;
  // So mysql and DuckDB draw what is empty; Markdown, which alone has an escape, is written by hand.
  return values.slice(1, -1).map((v) => (v === 'NULL' && escape === '' ? '' : v));
}
