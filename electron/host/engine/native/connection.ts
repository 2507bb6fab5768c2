import type { DuckDBConnection, DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api';
import { AppError } from '../../../../core/base/errors';
import type { Cell } from '../../../../core/model/value';
import type { Connection, EngineColumn, Page, StatementOptions } from '../../../../core/ports/engine';
import { copyStatement, wholeFile } from '../copy';
import { openAppender } from './appender';
import { checkSelect, parseSelect } from './check-select';
import type { Instance, Link } from './instance';
import { library } from './library';
import { bindParameters, refuseExtension, watched } from './running';
import { toCell } from './values';

export function createConnection(instance: Instance): Connection {
  const link = instance.link();
  const appenders = new Set<Link>();
  return {
    describe: (sql) => link.use((raw) => describe(raw, sql)),
    query: (sql, options) => link.use((raw) => watched(raw, options, () => readPage(raw, sql, options, link))),
    run: (sql, options = {}) => link.use((raw) => watched(raw, options, () => runAll(raw, sql, options, link))),
    exportTo: (sql, file, format, options = {}) =>
      link.use((raw) =>
        wholeFile(file, (part) => watched(raw, options, () => runAll(raw, copyStatement(sql, part, format), options, link))),
      ),
    appender: async (table) => {
      const own = instance.link();
      appenders.add(own);
      return openAppender(own, table, () => appenders.delete(own));
    },
    checkSelect: (sql, tables) => link.use((raw) => checkSelect(raw, sql, tables)),
    parseSelect: (sql) => link.use((raw) => parseSelect(raw, sql)),
    async close() {
      await Promise.all([...appenders].map((own) => own.close()));
      await link.close();
    },
  };
}

export async function describe(raw: DuckDBConnection, sql: string): Promise<EngineColumn[]> {
  const statement = await raw.prepare(sql);
  try {
    return Array.from({ length: statement.columnCount }, (_, c) => ({
      name: statement.columnName(c),
      type: typeName(statement.columnType(c)),
    }));
  } finally {
    statement.destroySync();
  }
}

function typeName(type: { alias?: string; toString(): string }): string {
  return type.alias ?? type.toString();
}

async function readPage(raw: DuckDBConnection, sql: string, options: StatementOptions & { limit: number }, link: Link): Promise<Page> {
  const statement = await raw.prepare(sql);
  try {
    refuseExtension(statement);
    bindParameters(statement, options.parameters ?? []);
    const result = await statement.stream();
    const columns = result.columnNames().map((name, c) => ({ name, type: typeName(result.columnType(c)) }));
    const values: Cell[][] = columns.map(() => []);
    let rows = 0;
    for (;;) {
      const chunk = await nextChunk(result);
      if (!chunk) {
        // DuckDB ends a result that is interrupted between two of its chunks without a word.
        if (link.isStopped) throw new Error('INTERRUPT Error: the database was closed');
        return { columns, values, rows, complete: true };
      }
      const wanted = Math.min(chunk.rowCount, options.limit - rows);
      takeRows(chunk, wanted, values);
      rows += wanted;
      if (wanted < chunk.rowCount) {
        await abandon(raw, result);
        return { columns, values, rows, complete: false };
      }
    }
  } finally {
    statement.destroySync();
  }
}

async function nextChunk(result: DuckDBResult): Promise<DuckDBDataChunk | undefined> {
  const chunk = await result.fetchChunk();
  return chunk && chunk.rowCount > 0 ? chunk : undefined;
}

function takeRows(chunk: DuckDBDataChunk, count: number, values: Cell[][]) {
  values.forEach((column, c) => {
    const vector = chunk.getColumnVector(c);
    for (let r = 0; r < count; r++) column.push(toCell(vector.getItem(r)));
  });
}

/** An unread result keeps the database file open until it is collected, so what is left is interrupted and read off. */
async function abandon(raw: DuckDBConnection, result: DuckDBResult): Promise<void> {
  try {
    do raw.interrupt();
    while (await nextChunk(result));
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('INTERRUPT')) throw error;
  }
}

/** Parameters belong to the last statement, and so does the count. */
async function runAll(raw: DuckDBConnection, sql: string, options: StatementOptions, link: Link): Promise<number> {
  const statements = await raw.extractStatements(sql).catch((error: unknown) => {
    throw emptyStatement(sql, error);
  });
  let count = 0;
  for (let s = 0; s < statements.count; s++) {
    const statement = await statements.prepare(s);
    try {
      refuseExtension(statement);
      if (s === statements.count - 1) bindParameters(statement, options.parameters ?? []);
      const result = await statement.run();
      count = await changes(result);
    } finally {
      statement.destroySync();
    }
  }
  link.inTransaction = transactionAfter(sql) ?? link.inTransaction;
  return count;
}

function transactionAfter(sql: string): boolean | undefined {
  const last = [...sql.matchAll(/(?:^|;)\s*(begin|start\s+transaction|commit|end|rollback|abort)\b/gi)].at(-1)?.[1];
  return last === undefined ? undefined : /^(begin|start)/i.test(last);
}

function emptyStatement(sql: string, error: unknown): unknown {
  const said = error instanceof Error ? error.message.replace('Failed to extract statements: ', '') : String(error);
  if (/native callback/.test(said)) return new AppError('sql-error', { reason: 'there is no statement' }, { cause: sql });
  return new Error(said, { cause: error });
}

const { INSERT, UPDATE, DELETE, MERGE_INTO, CREATE } = library.StatementType;

/** CREATE TABLE AS tells its rows in a `Count` column only, not as rows changed; RETURNING gives one row per change. */
async function changes(result: DuckDBResult): Promise<number> {
  if (result.returnType === library.ResultReturnType.QUERY_RESULT) {
    return [INSERT, UPDATE, DELETE, MERGE_INTO].includes(result.statementType) ? (await result.getRows()).length : 0;
  }
  if (result.statementType !== CREATE) return result.rowsChanged;
  const count = (await result.getRows())[0]?.[0];
  return typeof count === 'bigint' ? Number(count) : 0;
}
