import { AppError } from '../../base/errors';
import { type Json, listOf, nodeOf, only, refuse, stringOf } from './json';
import { castTo } from './parse-cast';
import { parseConstant } from './parse-constant';
import { functionOf } from './parse-function';
import { located } from './start';
import {
  andOf,
  type CompareOp,
  callOf,
  type FromTree,
  isNullOf,
  notOf,
  type OrderTree,
  type OutputTree,
  orOf,
  type QueryTree,
  type SelectTree,
  type Term,
} from './term';

/**
 * The one SELECT in what DuckDB's `json_serialize_sql` gives, every part of it.
 * @throws AppError `rewrite-part`, `rewrite-clause` for what no rule has a use for
 */
export function parseStatement(tree: unknown): QueryTree {
  const [statement] = listOf(nodeOf(tree).statements);
  return parseQuery(nodeOf(statement).node);
}

function parseQuery(value: unknown): QueryTree {
  const node = nodeOf(value);
  if (listOf(nodeOf(node.cte_map).map).length > 0) return unwanted('WITH');
  if (node.type === 'SELECT_NODE') return parseSelect(node);
  return node.type === 'SET_OPERATION_NODE' ? parseSet(node) : unwanted(String(node.type).replace(/_NODE$/, ''));
}

const setOperations: Readonly<Record<string, 'union' | 'intersect' | 'except'>> = {
  UNION: 'union',
  INTERSECT: 'intersect',
  EXCEPT: 'except',
};

function parseSet(node: Json): QueryTree {
  only(node, 'set operation', ['cte_map', 'setop_type', 'left', 'right', 'setop_all']);
  const op = setOperations[String(node.setop_type)];
  if (!op) return unwanted(String(node.setop_type));
  if (node.setop_all === true && op !== 'union') return unwanted(`${String(node.setop_type)} ALL`);
  return { kind: 'set', op: node.setop_all === true ? 'union-all' : op, left: parseQuery(node.left), right: parseQuery(node.right) };
}

const clauses = ['where_clause', 'group_expressions', 'group_sets', 'aggregate_handling', 'having', 'qualify'];

function parseSelect(node: Json): SelectTree {
  only(node, 'SELECT', ['modifiers', 'cte_map', 'select_list', 'from_table', ...clauses]);
  if (node.aggregate_handling !== 'STANDARD_HANDLING') return unwanted('GROUP BY ALL');
  const groupBy = parseTerms(node.group_expressions);
  const sets = listOf(node.group_sets);
  if (sets.length > 1 || (sets.length === 1 && listOf(sets[0]).length !== groupBy.length)) return unwanted('GROUP BY … GROUPING SETS');
  return {
    kind: 'select',
    columns: listOf(node.select_list).map(parseOutput),
    from: parseFrom(node.from_table),
    ...(node.where_clause === null ? {} : { where: parseTerm(node.where_clause) }),
    ...(groupBy.length > 0 ? { groupBy } : {}),
    ...(node.having === null ? {} : { having: parseTerm(node.having) }),
    ...(node.qualify === null ? {} : { qualify: parseTerm(node.qualify) }),
    ...parseModifiers(node.modifiers),
  };
}

function parseModifiers(value: unknown): Partial<SelectTree> {
  const found: Partial<SelectTree> = {};
  for (const modifier of listOf(value)) Object.assign(found, parseModifier(modifier));
  return found;
}

function parseModifier(value: unknown): Partial<SelectTree> {
  const modifier = nodeOf(value);
  switch (modifier.type) {
    case 'DISTINCT_MODIFIER':
      return listOf(modifier.distinct_on_targets).length > 0 ? unwanted('DISTINCT ON') : { distinct: true };
    case 'ORDER_MODIFIER':
      return { orderBy: parseOrders(modifier.orders) };
    case 'LIMIT_MODIFIER':
      return modifier.offset === null && modifier.limit !== null ? { limit: parseTerm(modifier.limit) } : unwanted('OFFSET');
    default:
      return unwanted(String(modifier.type).replace(/_MODIFIER$/, ''));
  }
}

function parseOrders(value: unknown): OrderTree[] {
  return listOf(value).map((item) => {
    const { type, null_order, expression } = nodeOf(item);
    return { by: parseTerm(expression), descending: type === 'DESCENDING', nulls: null_order === 'NULLS FIRST' ? 'first' : 'last' };
  });
}

function parseOutput(value: unknown): OutputTree {
  const node = nodeOf(value);
  const as = stringOf(node.alias ?? '');
  if (node.class !== 'STAR') return as === '' ? { is: parseTerm(node) } : { is: parseTerm(node), as };
  only(node, '*', ['relation_name']);
  return { star: node.relation_name === '' ? undefined : stringOf(node.relation_name) };
}

function parseFrom(value: unknown): FromTree {
  const node = nodeOf(value);
  return located(node, () => fromOf(node));
}

function fromOf(node: Json): FromTree {
  const as = stringOf(node.alias ?? '');
  switch (node.type) {
    case 'BASE_TABLE': {
      only(node, 'FROM', ['schema_name', 'table_name']);
      const schema = stringOf(node.schema_name);
      const outside = schema === '' || schema.toLowerCase() === 'main' ? {} : { schema };
      return { kind: 'table', name: stringOf(node.table_name), ...outside, ...(as === '' ? {} : { as }) };
    }
    case 'SUBQUERY': {
      only(node, 'FROM', ['subquery', 'column_name_alias']);
      const columns = listOf(node.column_name_alias).map(stringOf);
      return { kind: 'query', query: parseQuery(nodeOf(node.subquery).node), as, ...(columns.length > 0 ? { columns } : {}) };
    }
    case 'JOIN':
      return parseJoin(node);
    case 'EMPTY':
      return unwanted('SELECT without FROM');
    default:
      return refuse(String(node.type));
  }
}

const joinTypes: Readonly<Record<string, 'inner' | 'left' | 'semi' | 'anti'>> = {
  INNER: 'inner',
  LEFT: 'left',
  SEMI: 'semi',
  ANTI: 'anti',
};

function parseJoin(node: Json): FromTree {
  only(node, 'JOIN', ['left', 'right', 'condition', 'join_type', 'ref_type', 'using_columns']);
  const type = joinTypes[String(node.join_type)];
  if (!type) return unwanted(`${String(node.join_type)} JOIN`);
  if (node.ref_type !== 'REGULAR' && node.ref_type !== 'CROSS') return unwanted(`${String(node.ref_type)} JOIN`);
  const using = listOf(node.using_columns).map(stringOf);
  return {
    kind: 'join',
    type,
    left: parseFrom(node.left),
    right: parseFrom(node.right),
    ...(node.condition === null ? {} : { on: parseTerm(node.condition) }),
    ...(using.length > 0 ? { using } : {}),
  };
}

function parseTerms(value: unknown): Term[] {
  return listOf(value).map(parseTerm);
}

function parseTerm(value: unknown): Term {
  const node = nodeOf(value);
  return located(node, () => termOf(node));
}

function termOf(node: Json): Term {
  switch (node.class) {
    case 'COLUMN_REF':
      return parseColumn(node);
    case 'CONSTANT':
      return parseConstant(node);
    case 'PARAMETER':
      return { kind: 'variable', name: stringOf(node.identifier) };
    case 'COMPARISON':
      return parseComparison(only(node, String(node.type), ['left', 'right']));
    case 'CONJUNCTION':
      return (node.type === 'CONJUNCTION_OR' ? orOf : andOf)(parseTerms(only(node, 'AND', ['children']).children));
    case 'BETWEEN':
      only(node, 'BETWEEN', ['input', 'lower', 'upper']);
      return { kind: 'between', inner: parseTerm(node.input), from: parseTerm(node.lower), to: parseTerm(node.upper) };
    case 'OPERATOR':
      return operatorOf(String(node.type), parseTerms(only(node, String(node.type), ['children']).children));
    case 'FUNCTION':
      return functionOf(node, parseTerms(node.children));
    case 'CAST':
      only(node, 'CAST', ['child', 'cast_type', 'try_cast']);
      return castTo(parseTerm(node.child), node.cast_type, node.try_cast === true);
    case 'COLLATE':
      only(node, 'COLLATE', ['child', 'collation']);
      return { kind: 'collate', inner: parseTerm(node.child), collation: stringOf(node.collation).toUpperCase() };
    case 'CASE':
      return parseCase(only(node, 'CASE', ['case_checks', 'else_expr']));
    case 'SUBQUERY':
      return parseSubquery(only(node, 'SELECT', ['subquery_type', 'subquery', 'child', 'comparison_type']));
    case 'WINDOW':
      return parseWindow(node);
    default:
      return refuse(String(node.class));
  }
}

/** A schema before the table says nothing: every entity is in the one schema a query may read. */
function parseColumn(node: Json): Term {
  const names = listOf(node.column_names).map(stringOf);
  const [name, table] = names.toReversed();
  if (name === undefined || names.length > 3) return refuse(names.join('.'));
  return table === undefined ? { kind: 'column', name } : { kind: 'column', table, name };
}

const comparisons: Readonly<Record<string, CompareOp>> = {
  COMPARE_EQUAL: '=',
  COMPARE_NOTEQUAL: '<>',
  COMPARE_LESSTHAN: '<',
  COMPARE_LESSTHANOREQUALTO: '<=',
  COMPARE_GREATERTHAN: '>',
  COMPARE_GREATERTHANOREQUALTO: '>=',
  COMPARE_DISTINCT_FROM: 'IS DISTINCT FROM',
  COMPARE_NOT_DISTINCT_FROM: 'IS NOT DISTINCT FROM',
};

/** `x IS TRUE` and its kin come as comparisons that know no NULL, with a cast that changes nothing. */
function parseComparison(node: Json): Term {
  const op = comparisons[String(node.type)];
  if (!op) return refuse(String(node.type));
  const [left, right] = [parseTerm(node.left), parseTerm(node.right)];
  if (right.kind !== 'boolean' || !op.startsWith('IS')) return { kind: 'compare', op, left, right };
  const plain = left.kind === 'cast' && left.type === 'BOOLEAN' && !left.attempt ? left.inner : left;
  const is: Term = { kind: 'is-true', inner: right.value ? plain : notOf(plain) };
  return op === 'IS NOT DISTINCT FROM' ? is : notOf(is);
}

function operatorOf(type: string, operands: Term[]): Term {
  const [first, ...rest] = operands;
  if (!first) return refuse(type);
  switch (type) {
    case 'OPERATOR_NOT':
      return notOf(first);
    case 'OPERATOR_IS_NULL':
      return isNullOf(first);
    case 'OPERATOR_IS_NOT_NULL':
      return notOf(isNullOf(first));
    case 'COMPARE_IN':
      return { kind: 'in', inner: first, list: rest };
    case 'COMPARE_NOT_IN':
      return notOf({ kind: 'in', inner: first, list: rest });
    case 'OPERATOR_COALESCE':
      return callOf('coalesce', ...operands);
    case 'OPERATOR_NULLIF':
      return callOf('nullif', ...operands);
    default:
      return refuse(type);
  }
}

function parseCase(node: Json): Term {
  const branches = listOf(node.case_checks).map((item) => {
    const { when_expr, then_expr } = nodeOf(item);
    return { when: parseTerm(when_expr), gives: parseTerm(then_expr) };
  });
  return { kind: 'case', branches, otherwise: parseTerm(node.else_expr) };
}

function parseSubquery(node: Json): Term {
  const query = parseQuery(nodeOf(node.subquery).node);
  if (node.subquery_type === 'EXISTS') return { kind: 'exists', query };
  if (node.subquery_type === 'SCALAR') return { kind: 'scalar', query };
  if (node.subquery_type !== 'ANY' || node.comparison_type !== 'COMPARE_EQUAL') return refuse(String(node.subquery_type));
  const inner = parseTerm(node.child);
  return { kind: 'in-query', inner: inner.kind === 'call' && inner.name === 'row' ? inner.args : [inner], query };
}

function parseWindow(node: Json): Term {
  const name = `${String(node.function_name)}() OVER`;
  only(node, name, ['function_name', 'schema', 'partitions', 'orders', 'start', 'end', 'exclude_clause']);
  const plain = node.start === 'UNBOUNDED_PRECEDING' && node.end === 'CURRENT_ROW_RANGE' && node.exclude_clause === 'NO_OTHER';
  if (node.type !== 'WINDOW_ROW_NUMBER' || !plain) return refuse(name);
  return { kind: 'row-number', partitionBy: parseTerms(node.partitions), orderBy: parseOrders(node.orders) };
}

function unwanted(clause: string): never {
  throw new AppError('rewrite-clause', { clause });
}
