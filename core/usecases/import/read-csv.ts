import { AppError, isAppError } from '../../base/errors';
import type { Dialect } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import { textLiteral } from '../../sql/quote';
import { firstRecord } from './first-record';

/** The longest record in bytes. */
const longestRecord = 16_777_216;
/** A header may hold line ends within quotes. */
const headerLines = 200;

export const refusedTable = 'muster_refused';

/** A table function that reads the whole file as text, columns c0, c1… With `refuse`, records that do not fit go to `muster_refused`. */
export function readCsv(path: string, dialect: Dialect, columns: number, options: { refuse: boolean; header?: boolean }): string {
  const names = Array.from({ length: columns }, (_, c) => `'c${c}': 'VARCHAR'`).join(', ');
  const settings = [
    'auto_detect = false',
    `delim = ${textLiteral(dialect.delimiter)}`,
    `quote = ${textLiteral(dialect.quote)}`,
    `escape = ${textLiteral(dialect.escape)}`,
    `header = ${options.header ?? dialect.header}`,
    `skip = ${dialect.skip}`,
    `columns = {${names}}`,
    `max_line_size = ${longestRecord}`,
    "nullstr = ''",
  ];
  // Padding and quoted line ends together are refused by the parallel reader.
  if (dialect.tolerant) settings.push('strict_mode = false', 'null_padding = true', 'parallel = false');
  if (options.refuse)
    settings.push('store_rejects = true', 'rejects_limit = 0', `rejects_table = '${refusedTable}'`, "rejects_scan = 'muster_scans'");
  return `read_csv(${textLiteral(path)}, ${settings.join(', ')})`;
}

/** Records read to see how well a dialect fits. */
const probed = 2000;

type Given = Partial<Dialect> & { encoding: Dialect['encoding'] };

export interface Sniffed {
  dialect: Dialect;
  columns: number;
}

/** Finds the dialect: first by the standard, then with rules bent. What is given is kept. @throws AppError `import-unreadable` */
export async function sniffCsv(connection: Connection, path: string, given: Given): Promise<Sniffed> {
  const { delimiter, quote, escape, header, skip } = given;
  if (delimiter !== undefined && quote !== undefined && escape !== undefined && header !== undefined && skip !== undefined) {
    const dialect = { ...given, delimiter, quote, escape, header, skip };
    return { dialect, columns: await countColumns(connection, path, dialect) };
  }
  try {
    if (given.tolerant) return await sniff(connection, path, given, true);
    return await doubted(connection, path, given, await sniff(connection, path, given, false));
  } catch (error) {
    if (!isAppError(error) || error.code === 'cancelled') throw error;
    try {
      return await sniff(connection, path, given, true);
    } catch (second) {
      if (!isAppError(second)) throw second;
      throw new AppError('import-unreadable', { file: path, reason: String(second.details.reason ?? second.code) }, { cause: second });
    }
  }
}

/**
 * One record of another length makes the sniffer take all before it for a preamble, or the whole for one column. Then the
 * dialect that only misses some records is better, if it misses fewer than the preamble has lines.
 */
async function doubted(connection: Connection, path: string, given: Given, strict: Sniffed): Promise<Sniffed> {
  if (given.skip !== undefined || (strict.dialect.skip === 0 && strict.columns > 1)) return strict;
  const loose = await sniff(connection, path, given, false, true);
  if (loose.columns < 2) return strict;
  const read = readCsv(path, loose.dialect, loose.columns, { refuse: true });
  const fits = await connection.query(`SELECT count(*) FROM (FROM ${read} LIMIT ${probed})`, { limit: 1 });
  const misses = await connection.query(`SELECT count(DISTINCT line_byte_position) FROM ${refusedTable}`, { limit: 1 });
  await connection.run(`DROP TABLE ${refusedTable}`);
  await connection.run('DROP TABLE muster_scans');
  const [fit, missed] = [Number(fits.values[0]?.[0]), Number(misses.values[0]?.[0])];
  return missed < (strict.columns === 1 ? fit : Math.min(fit, strict.dialect.skip)) ? loose : strict;
}

/** A dialect known in full is not guessed at again: its first record tells the columns. */
async function countColumns(connection: Connection, path: string, dialect: Dialect): Promise<number> {
  const lines = readCsv(path, { ...dialect, delimiter: '\u001f', quote: '', escape: '', tolerant: true }, 1, {
    refuse: false,
    header: false,
  });
  const page = await connection.query(`SELECT * FROM ${lines} WHERE c0 IS NOT NULL LIMIT ${headerLines}`, { limit: headerLines });
  if (page.rows === 0) throw new AppError('import-file-empty', { file: path });
  return firstRecord((page.values[0] ?? []).map(String).join('\n'), dialect).length;
}

async function sniff(connection: Connection, path: string, given: Given, tolerant: boolean, missing = false): Promise<Sniffed> {
  const settings = ['all_varchar = true', `strict_mode = ${!tolerant}`, `max_line_size = ${longestRecord}`];
  if (tolerant) settings.push('null_padding = true');
  if (tolerant || missing) settings.push('ignore_errors = true');
  if (given.delimiter !== undefined) settings.push(`delim = ${textLiteral(given.delimiter)}`);
  if (given.quote !== undefined) settings.push(`quote = ${textLiteral(given.quote)}`);
  if (given.escape !== undefined) settings.push(`escape = ${textLiteral(given.escape)}`);
  if (given.header !== undefined) settings.push(`header = ${given.header}`);
  if (given.skip !== undefined) settings.push(`skip = ${given.skip}`);
  const page = await connection.query(
    `SELECT Delimiter, Quote, Escape, SkipRows, HasHeader, len(Columns) AS n FROM sniff_csv(${textLiteral(path)}, ${settings.join(', ')})`,
    { limit: 1 },
  );
  const cell = (c: number) => page.values[c]?.[0] ?? null;
  const mark = (c: number) => (cell(c) === '(empty)' ? '' : String(cell(c) ?? ''));
  const quote = given.quote ?? (mark(1) || '"');
  const columns = Number(cell(5));
  return {
    columns,
    dialect: {
      encoding: given.encoding,
      delimiter: given.delimiter ?? (columns === 1 ? ',' : mark(0)),
      quote,
      // Without an escape the sniffer leaves a doubled quote doubled.
      escape: given.escape ?? (mark(2) || quote),
      header: given.header ?? cell(4) === true,
      skip: given.skip ?? Number(cell(3)),
      ...(tolerant ? { tolerant: true } : {}),
    },
  };
}
