import { AppError } from '../../../../core/base/errors';
import { isFields, type Fields as Tree } from '../../../../core/base/fields';
import { tablesToName } from '../../../../core/sql/audiences-in-sql';
import { allowedTableFunctions, isForbiddenFunction, isForbiddenTable } from '../forbidden';

type Scope = ReadonlySet<string>;

const plainRefs: ReadonlySet<string> = new Set(['SUBQUERY', 'JOIN', 'EXPRESSION_LIST', 'EMPTY', 'PIVOT']);

/**
 * Walks what `json_serialize_sql` gives for a SELECT. A table is known when a common table expression in scope or `tables` names it.
 * @throws AppError `sql-forbidden`, `sql-unknown-table`
 */
export function checkTree(tree: unknown, tables: readonly string[]): void {
  const known = new Set(tables.map((name) => name.toLowerCase()));

  function walk(value: unknown, scope: Scope): void {
    if (Array.isArray(value)) for (const item of value) walk(item, scope);
    if (!isFields(value)) return;
    const inner = withCommonTables(value, scope);
    const { type } = value;
    if (value.class === 'FUNCTION' || 'function_name' in value) checkFunction(String(value.function_name));
    if (type === 'BASE_TABLE') checkTable(value, inner);
    else if (type === 'TABLE_FUNCTION') checkTableFunction(value);
    else if (isTableRef(value) && !plainRefs.has(String(type)))
      throw new AppError('sql-forbidden', { what: String(type).replace('_REF', '') });
    for (const [field, child] of Object.entries(value)) if (field !== 'cte_map') walk(child, inner);
  }

  /** Each sees those before it; itself only where it is recursive. */
  function withCommonTables(value: Tree, scope: Scope): Scope {
    const map = isFields(value.cte_map) && Array.isArray(value.cte_map.map) ? value.cte_map.map : [];
    let inner = type(value) === 'RECURSIVE_CTE_NODE' && typeof value.cte_name === 'string' ? plus(scope, value.cte_name) : scope;
    for (const entry of map) {
      if (!isFields(entry)) continue;
      walk(entry.value, inner);
      inner = plus(inner, String(entry.key));
    }
    return inner;
  }

  function checkTable(table: Tree, scope: Scope): void {
    const name = String(table.table_name);
    const schema = String(table.schema_name ?? '');
    const catalog = String(table.catalog_name ?? '');
    const full = [catalog, schema, name].filter((part) => part !== '').join('.');
    if (full === name && (scope.has(name.toLowerCase()) || known.has(name.toLowerCase()))) return;
    if (catalog === '' && (known.has(full.toLowerCase()) || (schema.toLowerCase() === 'main' && known.has(name.toLowerCase())))) return;
    if (isForbiddenTable(name) || isForbiddenTable(schema)) throw new AppError('sql-forbidden', { what: full });
    throw new AppError('sql-unknown-table', { table: full, known: tablesToName(tables) });
  }

  walk(tree, new Set());
}

function checkFunction(name: string): void {
  if (isForbiddenFunction(name)) throw new AppError('sql-forbidden', { what: name });
}

function checkTableFunction(ref: Tree): void {
  const name = isFields(ref.function) ? String(ref.function.function_name) : '';
  if (!allowedTableFunctions.has(name.toLowerCase())) throw new AppError('sql-forbidden', { what: name });
}

/** Every table reference has a sample clause and no class; query nodes have modifiers. */
function isTableRef(value: Tree): boolean {
  return typeof value.type === 'string' && 'sample' in value && !('class' in value) && !('modifiers' in value);
}

function type(value: Tree): unknown {
  return value.type;
}

function plus(scope: Scope, name: string): Scope {
  return new Set([...scope, name.toLowerCase()]);
}
