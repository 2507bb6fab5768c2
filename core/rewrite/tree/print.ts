import { unreachable } from '../../base/never';
import { textOnOneLine } from '../../sql/one-line';
import { textLiteral } from '../../sql/quote';
import { written } from './name';
import type { FromTree, OrderTree, OutputTree, QueryTree, SelectTree, Term } from './term';

/** SQL laid out to be read, one condition a line; DuckDB reads it back as the same tree. */
export function printTree(query: QueryTree): string {
  return lines(query).join('\n');
}

/** A term in one place; lines of a query within it are indented. */
export function printTerm(term: Term): string {
  return print(term, 0);
}

/** How tightly an operator binds; a looser one inside a tighter one needs brackets. */
const bind = { or: 1, and: 2, not: 3, is: 4, compare: 5, like: 6, infix: 7, atom: 8 } as const;

function print(t: Term, around: number): string {
  const own = binding(t);
  const sql = bare(t);
  if (own > around || own === bind.atom) return sql;
  return (t.kind === 'and' || t.kind === 'or') && sql.includes('\n') ? `(\n${indent(sql.split('\n'))}\n)` : `(${sql})`;
}

function binding(t: Term): number {
  switch (t.kind) {
    case 'or':
    case 'and':
      return bind[t.kind];
    case 'not':
      return negatedInside(t.inner) ? binding(t.inner) : bind.not;
    case 'is-null':
    case 'is-true':
      return bind.is;
    case 'compare':
      return t.op.startsWith('IS') ? bind.is : bind.compare;
    case 'in':
    case 'in-query':
    case 'between':
    case 'like':
      return bind.like;
    case 'collate':
      return bind.infix;
    case 'call':
      return t.infix ? bind.infix : bind.atom;
    case 'number':
      return t.digits.startsWith('-') ? bind.infix : bind.atom;
    default:
      return bind.atom;
  }
}

/** Forms whose NOT stands inside: `x NOT IN (…)`, `x IS NOT NULL`. */
function negatedInside(t: Term): boolean {
  return ['in', 'in-query', 'between', 'like', 'is-null', 'is-true'].includes(t.kind) || (t.kind === 'call' && t.name === 'ILIKE');
}

function bare(t: Term): string {
  switch (t.kind) {
    case 'column':
      return t.table === undefined ? written(t.name) : `${written(t.table)}.${written(t.name)}`;
    case 'text':
      return textOnOneLine(t.value);
    case 'number':
      return t.digits;
    case 'boolean':
      return t.value ? 'TRUE' : 'FALSE';
    case 'null':
      return 'NULL';
    case 'variable':
      return `$${t.name}`;
    case 'interval':
      return `INTERVAL ${t.count.kind === 'number' ? print(t.count, bind.infix) : `(${print(t.count, 0)})`} ${t.unit.toUpperCase()}`;
    case 'and':
    case 'or':
      return joined(t.all, t.kind);
    case 'not':
      return negatedInside(t.inner) ? predicate(t.inner, 'NOT ') : `NOT ${print(t.inner, bind.not)}`;
    case 'is-null':
    case 'is-true':
    case 'in':
    case 'in-query':
    case 'between':
    case 'like':
      return predicate(t, '');
    case 'compare': {
      const around = t.op.startsWith('IS') ? bind.is : bind.compare;
      return `${print(t.left, around)} ${t.op} ${print(t.right, around)}`;
    }
    case 'call':
      return t.infix ? operation(t.name, t.args, '') : called(t);
    case 'cast':
      return cast(t);
    case 'collate':
      return `${print(t.inner, bind.infix)} COLLATE ${t.collation.split('.').map(written).join('.')}`;
    case 'case':
      return `CASE ${t.branches.map((b) => `WHEN ${print(b.when, 0)} THEN ${print(b.gives, 0)}`).join(' ')}${t.otherwise ? ` ELSE ${print(t.otherwise, 0)}` : ''} END`;
    case 'row-number': {
      const parts = [t.partitionBy.length > 0 ? `PARTITION BY ${list(t.partitionBy)}` : '', orderBy(t.orderBy)];
      return `row_number() OVER (${parts.filter((p) => p !== '').join(' ')})`;
    }
    case 'exists':
      return `EXISTS ${block(t.query)}`;
    case 'scalar':
      return block(t.query);
    case 'raw':
      return `(${t.sql})`;
    default:
      return unreachable(t);
  }
}

function predicate(t: Term, not: string): string {
  switch (t.kind) {
    case 'is-null':
      return `${print(t.inner, bind.is)} IS ${not}NULL`;
    case 'is-true':
      return `${print(t.inner, bind.infix)} IS ${not}TRUE`;
    case 'in':
      return `${print(t.inner, bind.like)} ${not}IN (${list(t.list)})`;
    case 'in-query':
      return `${t.inner.length === 1 ? t.inner.map((i) => print(i, bind.like)) : `(${list(t.inner)})`} ${not}IN ${block(t.query)}`;
    case 'between':
      return `${print(t.inner, bind.like)} ${not}BETWEEN ${print(t.from, bind.like)} AND ${print(t.to, bind.like)}`;
    case 'like':
      return `${print(t.inner, bind.like)} ${not}LIKE ${print(t.pattern, bind.like)}${t.escape === undefined ? '' : ` ESCAPE ${textLiteral(t.escape)}`}`;
    case 'call':
      return operation(t.name, t.args, not);
    default:
      throw new Error(`${t.kind} has no NOT of its own`);
  }
}

/** The two operators that people chain need brackets only on their right. */
function operation(name: string, args: readonly Term[], not: string): string {
  const [left, right] = args;
  if (!left) throw new Error(`${name} without operands`);
  if (!right) return `${name}${print(left, bind.infix)}`;
  const chained =
    (name === '+' || name === '-') && left.kind === 'call' && left.infix && left.args.length === 2 && /^[+-]$/.test(left.name);
  return `${print(left, chained ? bind.like : bind.infix)} ${not}${name} ${print(right, bind.infix)}`;
}

/** Keywords that are called like any function; the others have a syntax of their own unless they are quoted. */
const calledPlainly: ReadonlySet<string> = new Set(['coalesce', 'left', 'nullif', 'right', 'row', 'substring', 'trim']);

function called(t: Extract<Term, { kind: 'call' }>): string {
  if (t.name === 'count' && t.args.length === 0) return 'count(*)';
  return `${calledPlainly.has(t.name) ? t.name : written(t.name)}(${t.distinct ? 'DISTINCT ' : ''}${list(t.args)})`;
}

function cast(t: Extract<Term, { kind: 'cast' }>): string {
  if (t.inner.kind === 'text' && (t.type === 'DATE' || t.type === 'TIMESTAMP') && !t.attempt) return `${t.type} ${print(t.inner, 0)}`;
  return `${t.attempt ? 'TRY_CAST' : 'CAST'}(${print(t.inner, 0)} AS ${t.type})`;
}

function list(terms: readonly Term[]): string {
  return terms.map((t) => print(t, 0)).join(', ');
}

function orderBy(orders: readonly OrderTree[]): string {
  if (orders.length === 0) return '';
  return `ORDER BY ${orders.map((o) => `${print(o.by, 0)}${o.descending ? ' DESC' : ''} NULLS ${o.nulls.toUpperCase()}`).join(', ')}`;
}

function block(query: QueryTree): string {
  return `(\n${indent(lines(query))}\n)`;
}

function indent(text: readonly string[]): string {
  return text.map((line) => `  ${line}`).join('\n');
}

function lines(query: QueryTree): string[] {
  if (query.kind === 'select') return selectLines(query);
  const side = (q: QueryTree) => (q.kind === 'select' ? lines(q) : block(q).split('\n'));
  return [...side(query.left), query.op.replace('-', ' ').toUpperCase(), ...side(query.right)];
}

function selectLines(select: SelectTree): string[] {
  const { where, groupBy, having, qualify } = select;
  const text = [
    `SELECT ${select.distinct ? 'DISTINCT ' : ''}${select.columns.map(output).join(', ')}`,
    `FROM ${source(select.from)}`,
    ...(where ? [`WHERE ${conditions(where)}`] : []),
    ...(groupBy ? [`GROUP BY ${list(groupBy)}`] : []),
    ...(having ? [`HAVING ${conditions(having)}`] : []),
    ...(qualify ? [`QUALIFY ${conditions(qualify)}`] : []),
    ...(select.orderBy ? [orderBy(select.orderBy)] : []),
    ...(select.limit ? [`LIMIT ${print(select.limit, 0)}`] : []),
  ];
  return text.flatMap((part) => part.split('\n'));
}

/** One condition a line, as far as AND joins them. */
function conditions(t: Term): string {
  if (t.kind !== 'and' && t.kind !== 'or') return print(t, 0);
  const parts = t.all.map((part) => print(part, bind.and));
  return parts.map((part) => part.replaceAll('\n', '\n  ')).join(t.kind === 'and' ? '\n  AND ' : '\n  OR ');
}

/** On one line while that is short. AND within OR is bracketed for the reader. */
function joined(all: readonly Term[], kind: 'and' | 'or'): string {
  const parts = all.map((part) => print(part, bind.and));
  const word = kind.toUpperCase();
  const line = parts.join(` ${word} `);
  return line.length <= 100 && !line.includes('\n') ? line : parts.join(`\n${word} `);
}

function output(column: OutputTree): string {
  if ('star' in column) return column.star === undefined ? '*' : `${written(column.star)}.*`;
  return column.as === undefined ? print(column.is, 0) : `${print(column.is, 0)} AS ${written(column.as)}`;
}

function source(from: FromTree): string {
  switch (from.kind) {
    case 'table': {
      const name = from.schema === undefined ? written(from.name) : `${written(from.schema)}.${written(from.name)}`;
      return from.as === undefined ? name : `${name} AS ${written(from.as)}`;
    }
    case 'query':
      return `${block(from.query)} AS ${written(from.as)}${from.columns ? `(${from.columns.map(written).join(', ')})` : ''}`;
    case 'join': {
      const word = from.type === 'inner' ? '' : `${from.type.toUpperCase()} `;
      const tie = from.using ? ` USING (${from.using.map(written).join(', ')})` : from.on ? ` ON ${print(from.on, 0)}` : '';
      return `${source(from.left)}\n${word}JOIN ${source(from.right)}${tie}`;
    }
    default:
      return unreachable(from);
  }
}
