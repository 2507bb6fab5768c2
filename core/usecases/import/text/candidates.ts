import type { Layout } from './layout';

export interface Candidate {
  layout: Layout;
  /** How common it is, from 0 to 1. */
  prior: number;
}

const common = [',', ';', '\t', '|'];
const rarer = [
  '^',
  '~',
  '¦',
  '§',
  '¬',
  '│',
  '，',
  '；',
  '\u0001',
  '\u0002',
  '\u0007',
  '\u0014',
  '\u001c',
  '\u001d',
  '\u001e',
  '\u001f',
  ':',
];
/** Signs that texts hold: they part values where each line has as many of them. */
const inTexts = ['%', 'þ', 'ÿ', '¤'];
const unusual = ['*', '#', '!', '@', '$', '&', '=', '/', '+'];
const lines = 40;

export interface Given {
  delimiter?: string | undefined;
  quote?: string | undefined;
  escape?: string | undefined;
}

/** Ways in which `text` may be laid out, the likeliest first. @param terminator what ends records, where that is no line end */
export function candidates(text: string, given: Given, terminator?: string): Candidate[] {
  const of = given.delimiter === undefined ? delimiters(text, terminator) : [{ delimiter: given.delimiter, prior: 1 }];
  const ways = quotings(text, given);
  return of.flatMap(({ delimiter, prior }) =>
    ways
      .filter((way) => way.quote !== delimiter && (way.quote !== '' || way.escape === '' || text.includes(way.escape + delimiter)))
      .map((way) => ({ layout: { delimiter, ...way, ...(terminator === undefined ? {} : { terminator }) }, prior })),
  );
}

function delimiters(text: string, terminator: string | undefined): { delimiter: string; prior: number }[] {
  const single = [
    ...common.map((delimiter) => ({ delimiter, prior: 1 })),
    ...rarer.map((delimiter) => ({ delimiter, prior: delimiter === ':' ? 0.75 : 0.95 })),
    { delimiter: ' ', prior: 0.6 },
    ...inTexts.map((delimiter) => ({ delimiter, prior: isEven(text, delimiter) ? 0.9 : 0.5 })),
    ...unusual.map((delimiter) => ({ delimiter, prior: terminator === undefined ? 0.5 : 0.8 })),
  ];
  const known = new Set(single.map((s) => s.delimiter));
  const signs = standing(text, /[^\p{L}\p{N}\p{M}\s"'_.()<>[\]{}-]/gu).filter((sign) => !known.has(sign));
  const found = [...signs.map((delimiter) => ({ delimiter, prior: 0.7 })), ...runs(text).map((delimiter) => ({ delimiter, prior: 0.97 }))];
  // A text of one column has none of them, which the comma stands for.
  return [...single, ...found].filter((d) => d.delimiter === ',' || (d.delimiter !== terminator && text.includes(d.delimiter)));
}

/** Whether nearly all lines have a sign equally often, twice at least, and most do not have it at their end or beside a blank, as a percent sign is. */
function isEven(text: string, sign: string): boolean {
  const some = text.split(/\r\n|\n|\r/, lines).flatMap((line) => (line === '' ? [] : [line.replaceAll(/"[^"]*"/g, '')]));
  const counts = some.map((line) => line.split(sign).length - 1);
  const usual = counts[Math.floor(counts.length / 2)] ?? 0;
  const loose = some.filter((line) => line.endsWith(sign) || line.includes(`${sign} `) || line.includes(` ${sign}`)).length;
  return some.length > 2 && usual > 1 && counts.filter((n) => n !== usual).length <= some.length / 20 && loose <= some.length / 2;
}

/** Signs that stand together in most lines. */
export function runs(text: string): string[] {
  return standing(text, /[^\p{L}\p{N}\p{M}\s"'_.()-]{2,8}| [^\p{L}\p{N}\p{M}\s"'] |[,;|:] (?=\S)|\t{2,8}| \t|\t /gu);
}

/** What matches in some line and stands in most, the most frequent first: signs with nothing between them, where a value is empty, match as one. */
function standing(text: string, pattern: RegExp): string[] {
  const some = text.split(/\r\n|\n|\r/, lines);
  const found = new Set(some.flatMap((line) => line.match(pattern) ?? []).filter((run) => run.length <= 8));
  return [...found]
    .map((run) => ({ run, n: some.filter((line) => line.includes(run)).length }))
    .filter(({ n }) => n >= Math.max(2, some.length / 2) - 1)
    .sort((a, b) => b.n - a.n || b.run.length - a.run.length)
    .slice(0, 8)
    .map(({ run }) => run);
}

/** Load files of electronic discovery have values between thorns. */
const thorns = /þ[^\p{L}\p{N}\s]þ/u;

function quotings(text: string, given: Given): { quote: string; escape: string }[] {
  const quotes =
    given.quote === undefined ? ['"', ...(text.includes("'") ? ["'"] : []), ...(thorns.test(text) ? ['þ'] : []), ''] : [given.quote];
  return quotes.flatMap((quote) => {
    if (given.escape !== undefined) return [{ quote, escape: given.escape }];
    const plain = { quote, escape: quote };
    if (quote === '') return text.includes('\\') ? [plain, { quote, escape: '\\' }] : [plain];
    return text.includes(`\\${quote}`) ? [plain, { quote, escape: '\\' }] : [plain];
  });
}
