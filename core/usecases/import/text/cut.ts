import type { Cut, Cutter, EndFinder, Flaw, Layout } from './layout';
import { ruledCutter } from './ruled';

/** A quoted value that is longer was never closed. */
const longestValue = 1_048_576;

export function cutter(layout: Layout): Cutter {
  const { starts, aligned, ruled } = layout;
  if (ruled) return ruledCutter(layout, endFinder(layout.terminator));
  if (starts) return byLines(layout, (text) => starts.map((from, c) => text.slice(c === 0 ? 0 : from, starts[c + 1]).trim()));
  if (aligned) return byLines(layout, (text) => text.trim().split(/[ \t]+/));
  return delimited(layout);
}

function endFinder(terminator: string | undefined): EndFinder {
  if (terminator !== undefined) {
    return (text, at, last) => {
      const start = text.indexOf(terminator, at);
      if (start < 0) return undefined;
      const end = start + terminator.length;
      if (end + 1 >= text.length && !last) return undefined;
      return { start, end: afterLineEnd(text, end) };
    };
  }
  return (text, at, last) => {
    for (let p = at; p < text.length; p++) {
      const code = text.charCodeAt(p);
      if (code === 10) return { start: p, end: p + 1 };
      if (code === 13) {
        if (p + 1 >= text.length && !last) return undefined;
        return { start: p, end: afterLineEnd(text, p) };
      }
    }
    return undefined;
  };
}

export function afterLineEnd(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return at + 2;
  return text[at] === '\n' || text[at] === '\r' ? at + 1 : at;
}

function byLines(layout: Layout, split: (text: string) => string[]): Cutter {
  const find = endFinder(layout.terminator);
  return (text, at, last) => {
    const found = find(text, at, last);
    if (!found && !last) return undefined;
    const { start, end } = found ?? { start: text.length, end: text.length };
    const line = text.slice(at, start);
    const values = split(line);
    const flaw = layout.aligned && layout.starts?.some((p) => p > 0 && line.slice(p - 1, p + 1).trim().length === 2);
    return {
      values,
      quoted: values.map(() => false),
      textEnd: start,
      end,
      blank: line.trim() === '',
      ...(flaw ? { flaw: 'stray' as const } : {}),
    };
  };
}

function delimited(layout: Layout): Cutter {
  const find = endFinder(layout.terminator);
  const { delimiter, quote, escape } = layout;
  const nextDelimiter = signFinder(delimiter);
  const readQuoted = quotedReader(layout);
  const cut = (text: string, at: number, last: boolean, quotes: boolean): Cut | undefined => {
    const bare = quote === '' && escape !== '';
    const end = find(text, at, last);
    if (!end && !last) return undefined;
    let stop = end ?? { start: text.length, end: text.length };
    const values: string[] = [];
    const quoted: boolean[] = [];
    let flaw: Flaw | undefined;
    for (let p = at; ; ) {
      if (quotes && quote !== '') {
        const opening = opens(text, p, quote);
        if (opening >= 0) {
          const value = readQuoted(text, opening + 1, last);
          if (value === 'more') return undefined;
          if (value === 'unclosed') {
            const plain = cut(text, at, last, false);
            return plain && { ...plain, flaw: 'unclosed' };
          }
          values.push(value.text);
          quoted.push(true);
          flaw ??= value.flaw;
          if (value.next > stop.start) {
            const later = find(text, value.next, last);
            if (!later && !last) return undefined;
            stop = later ?? { start: text.length, end: text.length };
          }
          if (value.next >= stop.start) break;
          p = value.next + delimiter.length;
          continue;
        }
      }
      let next = nextDelimiter(text, p);
      while (bare && next > p && isEscaped(text, p, next, escape)) next = nextDelimiter(text, next + 1);
      while (bare && stop.end > stop.start && isEscaped(text, p, stop.start, escape)) {
        const later = find(text, stop.end, last);
        if (!later && !last) return undefined;
        stop = later ?? { start: text.length, end: text.length };
      }
      const until = next < 0 || next >= stop.start ? stop.start : next;
      const raw = text.slice(p, until);
      values.push(tidied(layout, bare ? unescaped(raw, layout) : raw));
      quoted.push(false);
      if (until === stop.start) break;
      p = until + delimiter.length;
    }
    const blank = values.length === 1 && quoted[0] !== true && values[0]?.trim() === '';
    return { values, quoted, textEnd: stop.start, end: stop.end, blank, ...(flaw ? { flaw } : {}) };
  };
  return (text, at, last) => cut(text, at, last, true);
}

const tidied = (layout: Layout, text: string) => (layout.trim ? text.trim() : text);

/** Where a value's quote stands, blanks before it left out; -1 where there is none. */
function opens(text: string, at: number, quote: string): number {
  let p = at;
  while (text[p] === ' ') p++;
  return text.startsWith(quote, p) ? p : -1;
}

interface Quoted {
  text: string;
  /** Where the delimiter or the end of the record begins. */
  next: number;
  flaw?: Flaw;
}

type QuotedReader = (text: string, from: number, last: boolean) => Quoted | 'more' | 'unclosed';

/** Reads a value from after its opening quote. */
function quotedReader(layout: Layout): QuotedReader {
  const { quote, escape } = layout;
  const marks = escape === '' || escape === quote ? undefined : escape;
  const nextMark = marks === undefined ? () => -1 : signFinder(marks);
  return (text, from, last) => quotedValue(text, from, last, { layout, marks, nextMark });
}

interface Marks {
  layout: Layout;
  marks: string | undefined;
  nextMark: SignFinder;
}

function quotedValue(text: string, from: number, last: boolean, { layout, marks, nextMark }: Marks): Quoted | 'more' | 'unclosed' {
  const { quote, escape } = layout;
  let flaw: Flaw | undefined;
  let value = '';
  let taken = from;
  for (let p = from; ; ) {
    const at = nearer(text.indexOf(quote, p), nextMark(text, p));
    if (at < 0 || at - from > longestValue) {
      return last || text.length - from > longestValue ? 'unclosed' : 'more';
    }
    if (marks !== undefined && text.startsWith(marks, at)) {
      if (at + 2 > text.length) return last ? 'unclosed' : 'more';
      if (isMarked(text, at + 1, layout)) {
        value += text.slice(taken, at);
        taken = at + 1;
      }
      p = at + 2;
      continue;
    }
    if (at + 4 + layout.delimiter.length > text.length && !last) return 'more';
    if (escape === quote && text.startsWith(quote, at + 1)) {
      value += text.slice(taken, at + 1);
      taken = at + 2;
      p = taken;
      continue;
    }
    const next = closes(text, at + 1, layout);
    if (next >= 0) return { text: value + text.slice(taken, at), next, ...(flaw ? { flaw } : {}) };
    // A quote out of place after a line end more likely opens another value: this one was not closed.
    if (/[\r\n]/.test(text.slice(from, at))) return 'unclosed';
    flaw = 'stray';
    p = at + 1;
  }
}

const nearer = (a: number, b: number) => (b < 0 ? a : a < 0 ? b : Math.min(a, b));

/** Where a sign stands from a place on; -1 where it does not. */
type SignFinder = (text: string, at: number) => number;

/** Remembers what it found: a sign that is far off, or nowhere, is not sought again from every record. */
function signFinder(sign: string): SignFinder {
  let within = '';
  let from = 0;
  let found = -1;
  return (text, at) => {
    if (text !== within || at < from || (found >= 0 && found < at)) {
      within = text;
      from = at;
      found = text.indexOf(sign, at);
    }
    return found;
  };
}

/** Whether the escape before this stands for what follows; otherwise it is a character like others. */
function isMarked(text: string, at: number, { quote, escape, delimiter }: Layout): boolean {
  return (
    (quote !== '' && text.startsWith(quote, at)) ||
    text.startsWith(escape, at) ||
    text.startsWith(delimiter, at) ||
    /[\r\n]/.test(text[at] ?? '')
  );
}

/** Where the value is over after its closing quote; -1 where the quote does not close it. */
function closes(text: string, at: number, { delimiter, terminator }: Layout): number {
  let p = at;
  for (;;) {
    if (p >= text.length || text.startsWith(delimiter, p)) return p;
    if (terminator === undefined ? text[p] === '\n' || text[p] === '\r' : text.startsWith(terminator, p)) return p;
    if (text[p] !== ' ') return -1;
    p++;
  }
}

function isEscaped(text: string, from: number, at: number, escape: string): boolean {
  let marks = 0;
  for (let p = at - 1; p >= from && text[p] === escape; p--) marks++;
  return marks % 2 === 1;
}

function unescaped(raw: string, layout: Layout): string {
  if (!raw.includes(layout.escape)) return raw;
  let text = '';
  for (let p = 0; p < raw.length; p++) {
    if (raw[p] === layout.escape && isMarked(raw, p + 1, layout)) p++;
    text += raw[p] ?? '';
  }
  return text;
}

/** How many line ends there are, CRLF being one. */
export function lineEnds(text: string): number {
  let count = 0;
  for (let p = 0; p < text.length; p++) {
    const code = text.charCodeAt(p);
    if (code === 10 || (code === 13 && text.charCodeAt(p + 1) !== 10)) count++;
  }
  return count;
}
