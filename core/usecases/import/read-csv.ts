import type { Dialect } from '../../model/recipe';
import { textLiteral } from '../../sql/quote';
import { rewrittenColumns } from './text/rewrite';

/** The longest record in bytes. */
const longestRecord = 16_777_216;

/** Bytes read at a time. Cancels wait for the first of them; the engine's own choice, 16 times the longest record, takes a second. */
const readAtOnce = 2 * longestRecord;

export const refusedTable = 'muster_refused';

/** A table function that reads the whole file as text, columns c0, c1… With `refuse`, records that do not fit go to `muster_refused`. */
export function readCsv(path: string, dialect: Dialect, columns: number, lineEnd: string, options: { refuse: boolean }): string {
  const names = Array.from({ length: columns }, (_, c) => `'c${c}': 'VARCHAR'`);
  const settings = [...cut(dialect, lineEnd), `header = ${dialect.header}`, `skip = ${dialect.skip}`, `columns = {${names.join(', ')}}`];
  if (options.refuse)
    settings.push('store_rejects = true', 'rejects_limit = 0', `rejects_table = '${refusedTable}'`, "rejects_scan = 'muster_scans'");
  return `read_csv(${textLiteral(path)}, ${settings.join(', ')})`;
}

/** The same of what `rewriteText` wrote. */
export function readRewritten(path: string, columns: number): string {
  const types = { line: 'BIGINT', flaw: 'VARCHAR', lacks: 'BIGINT', malformed: 'VARCHAR' };
  const names = [
    ...rewrittenColumns.map((name) => `'${name}': '${types[name]}'`),
    ...Array.from({ length: columns }, (_, c) => `'c${c}': 'VARCHAR'`),
  ];
  const settings = [...cut({ delimiter: ',', quote: '"', escape: '"' }, '\n'), 'header = false', `columns = {${names.join(', ')}}`];
  return `read_csv(${textLiteral(path)}, ${settings.join(', ')})`;
}

const lineEnds: Readonly<Record<string, string>> = { '\n': '\\n', '\r\n': '\\r\\n', '\r': '\\r' };

function cut({ delimiter, quote, escape }: Pick<Dialect, 'delimiter' | 'quote' | 'escape'>, lineEnd: string): string[] {
  const end = lineEnds[lineEnd];
  return [
    'auto_detect = false',
    `delim = ${textLiteral(delimiter)}`,
    `quote = ${textLiteral(quote)}`,
    `escape = ${textLiteral(escape)}`,
    `max_line_size = ${longestRecord}`,
    `buffer_size = ${readAtOnce}`,
    "nullstr = ''",
    ...(end === undefined ? [] : [`new_line = '${end}'`]),
  ];
}
