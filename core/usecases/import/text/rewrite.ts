import type { Dialect } from '../../../model/recipe';
import type { RewriteRequest } from '../../../ports/sources';
import { createWalker, type Walked, type WalkRequest } from './walk';

/** Turns text that comes in parts into CSV of `rewrittenColumns` and `c0`, `c1`…, without a header. */
export interface Rewriter {
  /** @param damaged there were bytes in it that are no text; U+FFFD stands for them */
  push(text: string, damaged: boolean): string;
  end(): string;
  /** No more is wanted. */
  enough(): boolean;
  /** There was more than is wanted. */
  more(): boolean;
}

/** Of a record that is refused, why, the first column it lacks, and its text; the values are then empty. */
export const rewrittenColumns = ['line', 'flaw', 'lacks', 'malformed'] as const;

/** Reads records as the dialect says. */
export function createRewriter(request: WalkRequest & Pick<RewriteRequest, 'most' | 'within' | 'take'>): Rewriter {
  const { dialect, columns, most = Number.POSITIVE_INFINITY, within = Number.POSITIVE_INFINITY } = request;
  const take = request.take ?? Array.from({ length: columns }, (_, c) => c);
  const last: Walked[] = [];
  let parts: string[] = [];
  let given = 0;
  let more = false;
  const walker = createWalker(request, (record) => {
    if (record.header) return;
    last.push(record);
    if (last.length <= (dialect.footer ?? 0)) return;
    const first = last.shift();
    if (!first) return;
    more ||= given >= most || (given > 0 && first.end > within);
    if (more) return;
    given++;
    parts.push(written(first, flawOf(first, dialect, columns), take));
  });
  function taken(): string {
    const text = parts.join('');
    parts = [];
    return text;
  }
  return {
    push(text, damaged) {
      walker.push(text, damaged);
      return taken();
    },
    end() {
      walker.end();
      return taken() + last.map((record) => written(record, { reason: 'footer' }, take)).join('');
    },
    enough: () => more || given >= most,
    more: () => more,
  };
}

interface Refusal {
  reason: string;
  lacks?: number;
}

function flawOf({ cut, text, damaged }: Walked, dialect: Dialect, columns: number): Refusal | undefined {
  if (damaged && text.includes('\uFFFD')) return { reason: 'bad-encoding' };
  if (cut.flaw === 'unclosed' || (cut.flaw === 'stray' && !dialect.tolerant))
    return { reason: dialect.starts || dialect.ruled ? 'bad-columns' : 'bad-quotes' };
  if (cut.values.length < columns && (dialect.tolerant !== true || dialect.ruled))
    return { reason: 'missing-columns', lacks: cut.values.length };
  if (dialect.ruled ? cut.values.length > columns : cut.values.slice(columns).some((v) => v !== '')) return { reason: 'too-many-columns' };
  return undefined;
}

function written({ line, cut, text }: Walked, flaw: Refusal | undefined, take: readonly number[]): string {
  const values = take.map((c) => (flaw ? '' : (cut.values[c] ?? '')));
  const { lacks } = flaw ?? {};
  const lacking = lacks === undefined ? -1 : take.findIndex((c) => c >= lacks);
  return `${[String(line), flaw?.reason ?? '', lacking < 0 ? '' : String(lacking), flaw ? text : '', ...values].map(quoted).join(',')}\n`;
}

function quoted(text: string): string {
  return text === '' ? '' : `"${text.replaceAll('"', '""')}"`;
}

/** Whether the engine cannot read text of this dialect as it is. */
export function needsRewriting(dialect: Dialect): boolean {
  const { delimiter, quote, escape } = dialect;
  return (
    Boolean(dialect.tolerant) ||
    dialect.headerRows !== undefined ||
    dialect.rowNames !== undefined ||
    dialect.terminator !== undefined ||
    dialect.lineEnds !== undefined ||
    dialect.starts !== undefined ||
    dialect.aligned !== undefined ||
    dialect.trim !== undefined ||
    dialect.ruled !== undefined ||
    dialect.footer !== undefined ||
    // The engine takes a quote of one byte.
    /[^\0-\x7f]/.test(quote) ||
    // It takes delimiters of 4 bytes at most, drops an escape before any letter, and knows none without quotes.
    [...delimiter].reduce((bytes, c) => bytes + (c.charCodeAt(0) < 0x80 ? 1 : 4), 0) > 4 ||
    escape !== quote
  );
}
