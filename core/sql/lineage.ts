import { isFields, type Fields as Node } from '../base/fields';
import type { PersonalLabel } from '../model/entity';

/** Labels of columns by their name in lower case; a column that is not personal has none, but is there. */
export type Labels = ReadonlyMap<string, PersonalLabel | undefined>;
/** What a table's columns hold; `undefined` for a table nobody knows. */
export type LabelsOfTable = (schema: string, table: string) => Labels | undefined;

interface Known {
  tables: LabelsOfTable;
  common: ReadonlyMap<string, Result>;
  outer?: Scope | undefined;
}
interface Scope {
  columns: Map<string, PersonalLabel | undefined>;
  /** What the rows of each table hold, by its alias. */
  rows: Map<string, Labels>;
  known: Known;
}
/** Columns of a SELECT by name and, where no `*` stands among them, in their order. */
interface Result {
  columns: Map<string, PersonalLabel | undefined>;
  inOrder: (PersonalLabel | undefined)[] | undefined;
}

/** Thrown and caught here: the SELECT has a part that is not followed. */
class Untold extends Error {}

/**
 * What the columns of a SELECT hold, from where their values come: a value made of labelled ones is personal, whatever it is
 * called; counts and conditions are not. `undefined` where that cannot be told.
 * @param tree of one statement, as DuckDB's `json_serialize_sql` has it @param names of its columns as they are returned
 */
export function lineage(tree: unknown, tables: LabelsOfTable, names: readonly string[]): (PersonalLabel | undefined)[] | undefined {
  try {
    const [statement] = listOf(nodeOf(tree).statements);
    const { columns, inOrder } = resultOf(nodeOf(nodeOf(statement).node), { tables, common: new Map() });
    if (inOrder) return inOrder.length === names.length ? inOrder : undefined;
    return names.every((name) => columns.has(name.toLowerCase())) ? names.map((name) => columns.get(name.toLowerCase())) : undefined;
  } catch (error) {
    if (error instanceof Untold) return undefined;
    throw error;
  }
}

/** One label for a value made of several: that which hides everything, unless all are the same. */
export function strictest(labels: readonly (PersonalLabel | undefined)[]): PersonalLabel | undefined {
  const [first, ...others] = new Set(labels.filter((l) => l !== undefined));
  return others.length > 0 ? 'address' : first;
}

function resultOf(node: Node, known: Known): Result {
  const common = new Map(known.common);
  for (const entry of listOf(nodeOf(node.cte_map).map)) {
    const { key, value } = nodeOf(entry);
    const { aliases, query } = nodeOf(value);
    if (listOf(aliases).length > 0) throw new Untold();
    common.set(String(key).toLowerCase(), resultOf(nodeOf(nodeOf(query).node), { ...known, common }));
  }
  const inside = { ...known, common };
  if (node.type === 'SELECT_NODE') return selected(node, inside);
  if (node.type !== 'SET_OPERATION_NODE') throw new Untold();
  const sides = [node.left, node.right].map((side) => resultOf(nodeOf(side), inside));
  const [left, right] = sides;
  if (!left?.inOrder || !right?.inOrder || left.inOrder.length !== right.inOrder.length) throw new Untold();
  const inOrder = left.inOrder.map((label, i) => strictest([label, right.inOrder?.[i]]));
  return { columns: new Map([...left.columns.keys()].map((name, i) => [name, inOrder[i]])), inOrder };
}

function selected(node: Node, known: Known): Result {
  const scope: Scope = { columns: new Map(), rows: new Map(), known };
  addSource(nodeOf(node.from_table), scope);
  const columns = new Map<string, PersonalLabel | undefined>();
  const inOrder: (PersonalLabel | undefined)[] = [];
  let starred = false;
  const add = (name: string, label: PersonalLabel | undefined) =>
    columns.set(name.toLowerCase(), strictest([columns.get(name.toLowerCase()), label]));
  for (const item of listOf(node.select_list).map(nodeOf)) {
    if (item.class === 'STAR') {
      const plain = [item.replace_list, item.rename_list].every((l) => listOf(l).length === 0) && item.expr === null && !item.columns;
      if (!plain) throw new Untold();
      starred = true;
      for (const [name, label] of scope.columns) add(name, label);
      continue;
    }
    const label = labelOf(item, scope);
    const path = item.class === 'COLUMN_REF' ? listOf(item.column_names) : [];
    const alias = String(item.alias || path.at(-1) || '');
    inOrder.push(label);
    // A name that is given here may be used further on, but stands behind those of the tables.
    if (alias !== '' && !scope.columns.has(alias.toLowerCase())) scope.columns.set(alias.toLowerCase(), label);
    // Two unnamed values are told apart by their order alone.
    add(alias === '' ? `\u0000${inOrder.length}` : alias, label);
  }
  return { columns, inOrder: starred ? undefined : inOrder };
}

function addSource(from: Node, scope: Scope): void {
  switch (from.type) {
    case 'EMPTY':
      return;
    case 'JOIN':
      addSource(nodeOf(from.left), scope);
      return addSource(nodeOf(from.right), scope);
    case 'SUBQUERY':
      return addColumns(from, resultOf(nodeOf(nodeOf(from.subquery).node), { ...scope.known, outer: scope }).columns, scope);
    case 'BASE_TABLE': {
      const [schema, table] = [String(from.schema_name), String(from.table_name)];
      const own = schema === '' ? scope.known.common.get(table.toLowerCase())?.columns : undefined;
      return addColumns(from, own ?? scope.known.tables(schema, table), scope);
    }
    default:
      throw new Untold();
  }
}

function addColumns(from: Node, columns: Labels | undefined, scope: Scope): void {
  if (!columns || listOf(from.column_name_alias).length > 0) throw new Untold();
  for (const [name, label] of columns) scope.columns.set(name, strictest([scope.columns.get(name), label]));
  const alias = String(from.alias || from.table_name || '').toLowerCase();
  // Of two tables with one name, either may be meant.
  const before = scope.rows.get(alias);
  const both = before && new Map([...before, ...columns].map(([name]) => [name, strictest([before.get(name), columns.get(name)])]));
  scope.rows.set(alias, both ?? columns);
}

const conditions: ReadonlySet<unknown> = new Set(['COMPARISON', 'CONJUNCTION', 'BETWEEN']);
const asked: ReadonlySet<unknown> = new Set(['OPERATOR_IS_NULL', 'OPERATOR_IS_NOT_NULL', 'OPERATOR_NOT', 'COMPARE_IN', 'COMPARE_NOT_IN']);
const counted: ReadonlySet<unknown> = new Set(['count', 'count_star', 'approx_count_distinct']);

function labelOf(expression: Node, scope: Scope): PersonalLabel | undefined {
  if (conditions.has(expression.class) || asked.has(expression.type)) return undefined;
  switch (expression.class) {
    case 'COLUMN_REF':
      return ofPath(
        listOf(expression.column_names).map((part) => String(part).toLowerCase()),
        scope,
      );
    case 'CONSTANT':
      return undefined;
    // Columns without their names.
    case 'POSITIONAL_REFERENCE':
    case 'STAR':
      throw new Untold();
    case 'FUNCTION':
      return counted.has(expression.function_name)
        ? undefined
        : strictest(listOf(expression.children).map((c) => labelOf(nodeOf(c), scope)));
    case 'SUBQUERY': {
      if (expression.subquery_type !== 'SCALAR') return undefined;
      const { columns } = resultOf(nodeOf(nodeOf(expression.subquery).node), { ...scope.known, outer: scope });
      return strictest([...columns.values()]);
    }
    case 'CASE':
      return strictest([
        ...listOf(expression.case_checks).map((check) => labelOf(nodeOf(nodeOf(check).then_expr), scope)),
        labelOf(nodeOf(expression.else_expr), scope),
      ]);
    default:
      return strictest(Object.values(expression).map((value) => within(value, scope)));
  }
}

/** Whatever expressions a part of another holds. */
function within(value: unknown, scope: Scope): PersonalLabel | undefined {
  if (Array.isArray(value)) return strictest(value.map((v) => within(v, scope)));
  if (typeof value !== 'object' || value === null) return undefined;
  return 'class' in value ? labelOf(nodeOf(value), scope) : strictest(Object.values(value).map((v) => within(v, scope)));
}

/** A column of the table that it is said of; of a longer path, which may begin with a schema, all that its parts may mean. */
function ofPath(path: readonly string[], scope: Scope): PersonalLabel | undefined {
  const [table = '', column = ''] = path;
  for (let at: Scope | undefined = scope; at && path.length === 2; at = at.known.outer) {
    const row = at.rows.get(table);
    if (row?.has(column)) return row.get(column);
    if (row || at.columns.has(table)) break;
  }
  return strictest(path.map((part) => named(part, scope)));
}

function named(name: string, scope: Scope): PersonalLabel | undefined {
  for (let at: Scope | undefined = scope; at; at = at.known.outer) {
    if (at.columns.has(name)) return at.columns.get(name);
    const row = at.rows.get(name);
    if (row) return strictest([...row.values()]);
  }
  return undefined;
}

function nodeOf(value: unknown): Node {
  if (isFields(value)) return value;
  throw new Untold();
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Untold();
}
