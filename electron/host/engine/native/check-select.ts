import type { DuckDBConnection } from '@duckdb/node-api';
import { AppError } from '../../../../core/base/errors';
import { checkTree } from './check-tree';
import { library } from './library';

/**
 * Nothing is bound before the parsed tree is known to touch only `tables`, since binding alone may already open a file.
 * @throws AppError as `Connection.checkSelect` says
 */
export async function checkSelect(raw: DuckDBConnection, sql: string, tables: readonly string[]): Promise<void> {
  checkTree((await parseSelect(raw, sql)).statements, tables);
  await bind(raw, sql);
}

/** @throws AppError as `Connection.parseSelect` says */
export async function parseSelect(raw: DuckDBConnection, sql: string): Promise<{ statements?: unknown }> {
  const count = await countStatements(raw, sql);
  if (count === 0) throw new AppError('sql-not-select');
  const tree = await parse(raw, sql);
  if (tree.error) {
    if (tree.error_type !== 'not implemented') throw new AppError('sql-error', { reason: String(tree.error_message) });
    if (/^\s*(with|from|pivot|select)\b[^;]*\bpivot\b|^\s*pivot\b/i.test(sql)) {
      throw new AppError('sql-error', { reason: 'PIVOT needs its values written out: ON column IN (…)' });
    }
    throw new AppError(count > 1 ? 'sql-many-statements' : 'sql-not-select', count > 1 ? { count } : {});
  }
  if (count > 1) throw new AppError('sql-many-statements', { count });
  return tree;
}

async function countStatements(raw: DuckDBConnection, sql: string): Promise<number> {
  try {
    return (await raw.extractStatements(sql)).count;
  } catch (error) {
    const said = error instanceof Error ? error.message.replace('Failed to extract statements: ', '') : String(error);
    if (/native callback|^Failed to extract statements: ?$/.test(said) || said === '') return 0;
    throw new Error(said, { cause: error });
  }
}

interface Parsed {
  error: boolean;
  error_type?: string;
  error_message?: string;
  statements?: unknown;
}

async function parse(raw: DuckDBConnection, sql: string): Promise<Parsed> {
  const reader = await raw.runAndReadAll('SELECT CAST(json_serialize_sql(?::VARCHAR) AS VARCHAR)', [sql]);
  return JSON.parse(keepDigits(String(reader.getRows()[0]?.[0]))) as Parsed;
}

/** Whole numbers that a double might not hold become text. Inside of texts every quote is escaped, so that none is taken for a field. */
function keepDigits(json: string): string {
  return json.replaceAll(/"(value|upper|lower)":(-?\d{16,})(?=[,}])/g, '"$1":"$2"');
}

async function bind(raw: DuckDBConnection, sql: string): Promise<void> {
  const statement = await raw.prepare(sql);
  try {
    if (statement.statementType !== library.StatementType.SELECT) throw new AppError('sql-not-select');
  } finally {
    statement.destroySync();
  }
}
