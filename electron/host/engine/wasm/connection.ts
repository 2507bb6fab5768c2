import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { AppError } from '../../../../core/base/errors';
import type { Cell } from '../../../../core/model/value';
import type { Connection, EngineColumn, ExportFormat, Page, StatementOptions } from '../../../../core/ports/engine';
import { withoutTail } from '../../../../core/sql/tokens';
import { copyStatement, wholeFile } from '../copy';
import { createLane } from '../lane';
import { engineProblem } from '../problem';
import { insertingAppender } from './appender';
import { checkSelect } from './check-select';
import { describeSelect } from './describe';
import { jsonLine } from './json-lines';
import type { Database } from './library';
import { execute } from './running';
import { isQuery, split, withParameters } from './statements';
import { carrierType, comesOver, typeShape } from './types';
import { toCell } from './values';

export function createConnection(database: Database): Connection {
  const lane = createLane();
  const id = database.connect().useUnsafe((_, connection) => connection);
  const appenders = new Set<Connection>();
  const inTurn = <T>(work: () => Promise<T>) =>
    lane.enter(async () => {
      try {
        return await work();
      } catch (error) {
        throw engineProblem(error);
      }
    });

  async function describe(sql: string): Promise<EngineColumn[]> {
    const table = await describeSelect(database, id, withoutTail(sql));
    return table.toArray().map((row) => ({ name: String(row.column_name), type: String(row.column_type) }));
  }

  async function page(sql: string, options: StatementOptions & { limit: number }): Promise<Page> {
    const [statement = '', ...more] = split(sql);
    if (more.length > 0) throw new AppError('sql-error', { reason: 'one statement at a time gives rows' });
    const bound = withParameters(statement, options.parameters ?? []);
    const columns = isQuery(bound) ? await describe(bound) : undefined;
    const table = await execute(database, id, columns ? carried(bound, columns, options.limit) : bound, options);
    const known = columns ?? table.schema.fields.map((field) => ({ name: field.name, type: 'VARCHAR' }));
    const rows = Math.min(table.numRows, options.limit);
    const values = known.map(({ type }, c) => {
      const shape = typeShape(type);
      const vector = table.getChildAt(c);
      return Array.from({ length: rows }, (_, r): Cell => toCell(vector?.get(r), shape));
    });
    return { columns: known, values, rows, complete: table.numRows <= options.limit };
  }

  async function run(sql: string, options: StatementOptions): Promise<number> {
    const statements = split(sql);
    if (statements.length === 0) throw new AppError('sql-error', { reason: 'there is no statement' });
    let count = 0;
    for (const [s, statement] of statements.entries()) {
      const last = s === statements.length - 1;
      const bound = last ? withParameters(statement, options.parameters ?? []) : statement;
      const table = await execute(database, id, bound, last ? options : { signal: options.signal });
      count = changes(
        bound,
        table.schema.fields.map((field) => field.name),
        Number(table.getChildAt(0)?.get(0) ?? 0),
        table.numRows,
      );
    }
    return count;
  }

  async function writeLines(sql: string, file: string, gzip: boolean, options: StatementOptions): Promise<number> {
    const { columns, values, rows } = await page(sql, { ...options, limit: Number.MAX_SAFE_INTEGER });
    const shapes = columns.map((column) => ({ name: column.name, type: typeShape(column.type) }));
    const lines: string[] = [];
    for (let r = 0; r < rows; r++)
      lines.push(
        jsonLine(
          shapes,
          values.map((column) => column[r] ?? null),
        ),
      );
    const text = lines.join('');
    await writeFile(file, gzip ? gzipSync(text) : text);
    return rows;
  }

  async function exportTo(sql: string, file: string, format: ExportFormat, options: StatementOptions): Promise<number> {
    if (format.kind === 'parquet') throw new AppError('engine-extension-missing', { need: 'parquet' });
    return wholeFile(file, async (part) => {
      if (format.kind === 'ndjson') return writeLines(sql, part, format.gzip, options);
      try {
        return await run(copyStatement(sql, part, format), options);
      } finally {
        database.dropFile(part);
      }
    });
  }

  return {
    describe: (sql) => inTurn(() => describe(sql)),
    query: (sql, options) => inTurn(() => page(sql, options)),
    run: (sql, options = {}) => inTurn(() => run(sql, options)),
    exportTo: (sql, file, format, options = {}) => inTurn(() => exportTo(sql, file, format, options)),
    async appender(table) {
      const own = createConnection(database);
      appenders.add(own);
      return insertingAppender(own, table, async () => {
        appenders.delete(own);
        await own.close();
      });
    },
    checkSelect: (sql, tables) => inTurn(() => checkSelect(database, id, sql, tables)),
    parseSelect: async () => {
      throw new AppError('engine-extension-missing', { need: 'json' });
    },
    async close() {
      await Promise.all([...appenders].map((own) => own.close()));
      await lane.enter(async () => database.disconnect(id));
    },
  };
}

/** Columns go by position, so that names may repeat. One row more than asked for tells whether there are more. */
function carried(sql: string, columns: readonly EngineColumn[], limit: number): string {
  const list = columns.map(({ type }, c) => (comesOver(type) ? `c${c}` : `c${c}::${carrierType(typeShape(type))} AS c${c}`));
  const names = columns.map((_, c) => `c${c}`);
  const bound = limit < Number.MAX_SAFE_INTEGER ? ` LIMIT ${limit + 1}` : '';
  return `SELECT ${list.join(', ')} FROM (${sql}) page(${names.join(', ')})${bound}`;
}

function changes(sql: string, names: readonly string[], first: number, rows: number): number {
  const verb = /^\s*(?:--[^\n]*\n|\s)*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? '';
  if (!['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'CREATE', 'COPY'].includes(verb) && !(verb === 'WITH' && names[0] === 'Count')) return 0;
  return names.length === 1 && names[0] === 'Count' ? first : rows;
}
