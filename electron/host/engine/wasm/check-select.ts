import { AppError } from '../../../../core/base/errors';
import { tablesToName } from '../../../../core/sql/audiences-in-sql';
import { isSign, type Token, tokens, withoutTail } from '../../../../core/sql/tokens';
import { allowedTableFunctions, isForbiddenFunction, isForbiddenTable } from '../forbidden';
import { describeSelect } from './describe';
import type { Database } from './library';
import { execute } from './running';
import { isQuery, split, withNulls, withoutCollations, withoutNatural, withoutUsing } from './statements';

/**
 * This engine cannot show its parsed tree, so names are judged wherever they stand. It refuses whatever the native check refuses:
 * - calls: every name before `(` is judged as a function, and as a table function, whatever it is there;
 * - tables: DuckDB's own list of those a statement reads (its common table expressions left out);
 * - catalogue names are refused as any identifier, and another schema's name before a dot unless the table is known with it;
 * - SHOW, DESCRIBE and the like are refused after a bracket, and last DESCRIBE binds it, which takes nothing but a SELECT.
 * It refuses a little more: `FROM unnest(…)` and ASOF joins, which DuckDB's list of tables cannot bind, and columns named like catalogue tables.
 * @throws AppError as `Connection.checkSelect` says
 */
export async function checkSelect(database: Database, connection: number, sql: string, tables: readonly string[]): Promise<void> {
  const statements = split(sql);
  const [statement] = statements;
  if (statement === undefined) throw new AppError('sql-not-select');
  if (statements.length > 1) throw new AppError('sql-many-statements', { count: statements.length });
  if (!isQuery(statement)) throw new AppError('sql-not-select');
  const ask = async (question: string) => (await execute(database, connection, question, {})).toArray().map((row) => String(row.name));

  const found = tokens(statement);
  const tableFunctions = new Set(
    await ask("SELECT DISTINCT function_name AS name FROM duckdb_functions() WHERE function_type IN ('table', 'table_macro', 'pragma')"),
  );
  checkNames(found, tableFunctions);
  checkSchemas(
    found,
    tables,
    new Set(
      await ask(
        'SELECT DISTINCT lower(schema_name) AS name FROM duckdb_schemas() UNION SELECT lower(database_name) FROM duckdb_databases()',
      ),
    ),
  );
  const main = new Set(
    await ask(
      "SELECT lower(table_name) AS name FROM information_schema.tables WHERE table_catalog = current_database() AND table_schema = 'main'",
    ),
  );
  checkTables(
    found,
    database.getTableNames(connection, withNulls(withoutCollations(withoutUsing(withoutNatural(statement))))),
    tables,
    main,
  );
  // With the blanks and comments before it, so that an error's place is that in the whole.
  await describeSelect(database, connection, withoutTail(sql));
}

function checkNames(found: readonly Token[], tableFunctions: ReadonlySet<string>) {
  found.forEach((token, at) => {
    if (token.kind !== 'word' && token.kind !== 'quoted') return;
    const name = token.value.toLowerCase();
    const called = isSign(found[at + 1], '(');
    if (called && (isForbiddenFunction(name) || (tableFunctions.has(name) && !allowedTableFunctions.has(name)))) forbid(token.value);
    if (!called && /^(pg_|duckdb_|sqlite_|pragma_|information_schema$)/.test(name)) forbid(token.value);
    if (token.kind !== 'word') return;
    if (name === 'u' && isSign(found[at + 1], '&')) forbid('U&');
    if (
      isSign(found[at - 1], '(') &&
      !called &&
      /^(show|describe|desc|summarize|pragma|call|explain|attach|install|load|set|copy)$/.test(name)
    ) {
      if (found[at + 1]?.kind === 'word' || found[at + 1]?.kind === 'quoted') forbid(token.value);
    }
  });
}

function checkSchemas(found: readonly Token[], tables: readonly string[], schemas: ReadonlySet<string>) {
  const known = new Set(tables.map((name) => name.toLowerCase()));
  found.forEach((token, at) => {
    const after = found[at + 2];
    if ((token.kind !== 'word' && token.kind !== 'quoted') || !isSign(found[at + 1], '.') || !after) return;
    const schema = token.value.toLowerCase();
    if (!schemas.has(schema)) return;
    const full = `${schema}.${after.value.toLowerCase()}`;
    if (known.has(full) || (schema === 'main' && known.has(after.value.toLowerCase()))) return;
    throw new AppError('sql-unknown-table', { table: `${token.value}.${after.value}`, known: tablesToName(tables) });
  });
}

/** The list names tables without their schema: where `main` has that name too, it must stand behind its schema everywhere. */
function checkTables(found: readonly Token[], read: readonly string[], tables: readonly string[], main: ReadonlySet<string>) {
  const known = new Set(tables.map((name) => name.toLowerCase()));
  const inSchemas = new Set([...known].flatMap((name) => (name.includes('.') ? [name.slice(name.indexOf('.') + 1)] : [])));
  for (const table of read) {
    const name = table.toLowerCase();
    if (known.has(name) || (inSchemas.has(name) && (!main.has(name) || alwaysQualified(found, name)))) continue;
    if (isForbiddenTable(table)) forbid(table);
    throw new AppError('sql-unknown-table', { table, known: tablesToName(tables) });
  }
}

function alwaysQualified(found: readonly Token[], name: string): boolean {
  return found.every((token, at) => {
    const isName = (token.kind === 'word' || token.kind === 'quoted') && token.value.toLowerCase() === name;
    return !isName || isSign(found[at - 1], '.') || isSign(found[at + 1], '.');
  });
}

function forbid(what: string): never {
  throw new AppError('sql-forbidden', { what });
}
