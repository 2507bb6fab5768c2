import { type Problem, warning } from '../../base/problems';
import { sameName } from '../../base/same-name';
import { type Token, tokens } from '../tokens';
import { type Cursor, cursorOver, partsOf } from './cursor';
import { readColumn } from './read-column';
import { columnsIn, isConstraint, readConstraint } from './read-constraint';
import type { DdlTable } from './tables';

/** Rows in a dump of PostgreSQL are no SQL. */
const copied = /^[ \t]*COPY [^;]* FROM stdin;\r?\n[\s\S]*?^\\\.\r?$/gim;

const beforeTable: ReadonlySet<string> = new Set(
  'OR REPLACE GLOBAL LOCAL TEMPORARY TEMP TRANSIENT VOLATILE UNLOGGED HYBRID FOREIGN EXTERNAL ICEBERG'.split(' '),
);

/**
 * Tables, keys, links and comments out of the DDL of PostgreSQL, MySQL or Snowflake, dumps too; every other statement is passed over.
 * @returns problems `ddl-not-read` for tables without columns of their own and for names that come twice
 */
export function readDdl(sql: string): { tables: DdlTable[]; problems: Problem[] } {
  const mysql = /(^|[\s(,.])`\w|\bENGINE\s*=/i.test(sql);
  const tables: DdlTable[] = [];
  const problems: Problem[] = [];
  const named = (name: string | undefined) => tables.find((t) => name !== undefined && sameName(t.name, name));
  for (const statement of partsOf(tokens(sql.replace(copied, ''), { mysql }), ';')) {
    const at = cursorOver(statement);
    if (at.take('ALTER', 'TABLE')) alterTable(at, statement, named);
    else if (at.take('COMMENT', 'ON', 'COLUMN')) describeColumn(at, named);
    else if (at.take('CREATE', 'UNIQUE', 'INDEX')) uniqueIndex(at, named);
    else if (at.take('CREATE')) {
      const made = createTable(at, mysql);
      if (made === undefined) continue;
      if (made.columns.length === 0 || named(made.name)) {
        const reason = made.columns.length === 0 ? 'no-columns' : 'twice';
        problems.push(warning('ddl-not-read', ['tables', made.name], { table: made.name, reason }));
      } else tables.push(made);
    }
  }
  return { tables, problems };
}

function createTable(at: Cursor, mysql: boolean): DdlTable | undefined {
  while (beforeTable.has(at.word())) at.skip();
  if (!at.take('TABLE')) return undefined;
  at.take('IF', 'NOT', 'EXISTS');
  const name = at.name();
  if (name === undefined) return undefined;
  if (at.take('CLUSTER', 'BY')) {
    at.take('LINEAR');
    at.brackets();
  }
  const table: DdlTable = { name, columns: [], filled: new Set(), key: [], uniques: [], foreignKeys: [] };
  for (const part of partsOf(at.brackets() ?? [], ',')) {
    if (isConstraint(part, mysql)) readConstraint(cursorOver(part), table);
    else readColumn(part, table);
  }
  return table;
}

type Named = (name: string | undefined) => DdlTable | undefined;

function alterTable(at: Cursor, statement: readonly Token[], named: Named): void {
  at.take('IF', 'EXISTS');
  at.take('ONLY');
  const table = named(at.name());
  if (!table) return;
  for (const part of partsOf(statement, ',')) {
    const inside = cursorOver(part);
    while (!inside.done() && !inside.take('ADD')) inside.skip();
    readConstraint(inside, table);
  }
}

function describeColumn(at: Cursor, named: Named): void {
  const [column, table] = at.path().reverse();
  const found = column === undefined ? undefined : named(table)?.columns.find((c) => sameName(c.name, column));
  const text = at.take('IS') ? at.text() : undefined;
  if (found && text) found.description = text.slice(0, 500);
}

function uniqueIndex(at: Cursor, named: Named): void {
  while (!at.done() && !at.take('ON')) at.skip();
  at.take('ONLY');
  const table = named(at.name());
  while (!at.done() && at.sign() !== '(') at.skip();
  const columns = columnsIn(at.brackets());
  // With a condition it says nothing of the other rows.
  if (table && columns.length > 0 && !at.take('WHERE')) table.uniques.push(columns);
}
