import { unreachable } from '../base/never';
import type { Dialect } from './dialect/dialect';
import type { Expression, Join, OrderTerm, Query, Select, Source, Values, With, Written } from './query';
import { ident, literalText } from './quote';
import { passesOver, readWhole, wholeTable } from './read-whole';
import { withValues } from './values-in-sql';

/** Where the layout breaks a line: values and written SQL may hold line breaks of their own, which no indent may touch. */
const lineBreak = '\0';

/** A query as SQL text, laid out to be read, runnable as it stands. Values are literals. */
export function printQuery(query: Query, dialect: Dialect): string {
  return lines(query, dialect).join(lineBreak).replaceAll(lineBreak, '\n');
}

export function printExpression(e: Expression, dialect: Dialect): string {
  return expression(e, dialect).replaceAll(lineBreak, '\n');
}

function expression(e: Expression, d: Dialect): string {
  const p = (inner: Expression) => expression(inner, d);
  const list = (all: readonly Expression[]) => all.map(p).join(', ');
  switch (e.kind) {
    case 'column':
      return e.table === undefined ? ident(e.name) : `${ident(e.table)}.${ident(e.name)}`;
    case 'literal':
      return literalOrFail(e);
    case 'null':
      return e.type === 'list' ? 'NULL' : `CAST(NULL AS ${d.typeName(e.type, 0)})`;
    case 'compare':
      return `${p(e.left)} ${e.op} ${p(e.right)}`;
    case 'and':
    case 'or':
      return `(${e.all.map(p).join(e.kind === 'and' ? ' AND ' : ' OR ')})`;
    case 'not':
      return `NOT (${p(e.inner)})`;
    case 'is-null':
      return `${wrap(e.inner, p)} IS NULL`;
    case 'is-true':
      return `(${p(e.inner)}) IS TRUE`;
    case 'in':
      return `${p(e.inner)} IN (${list(e.list)})`;
    case 'like':
      return `${p(e.inner)} LIKE ${p(e.pattern)} ESCAPE '!'`;
    case 'between':
      return `${p(e.inner)} BETWEEN ${p(e.from)} AND ${p(e.to)}`;
    case 'call':
      return d.call(e.function, e.args.map(p));
    case 'arithmetic':
      return `(${p(e.left)} ${e.op} ${p(e.right)})`;
    case 'aggregate': {
      const args = e.args.map((a, i) => (e.distinct && i === 0 ? `DISTINCT ${p(a)}` : p(a)));
      const filter = e.filter ? ` FILTER (WHERE ${p(e.filter)})` : '';
      return d.aggregate(e.function, args, e.orderBy ? ` ${orderBy(e.orderBy, d)}` : '') + filter;
    }
    case 'row-number':
      return `row_number() OVER (${window(e, d)})`;
    case 'first-value':
      return `first_value(${p(e.of)} IGNORE NULLS) OVER (${window(e, d)} ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)`;
    case 'case': {
      const branches = e.branches.map((b) => `WHEN ${p(b.when)} THEN ${p(b.gives)}`).join(' ');
      return `CASE ${branches}${e.otherwise ? ` ELSE ${p(e.otherwise)}` : ''} END`;
    }
    case 'struct':
      return d.struct(e.fields.map((f) => ({ name: f.name, sql: p(f.is) })));
    case 'cast':
      return `CAST(${p(e.inner)} AS ${d.typeName(e.type, e.scale ?? 0)})`;
    case 'exists':
      return `EXISTS ${block(lines(e.query, d))}`;
    case 'in-query':
      return `(${lookedUp(e, d)}) IS TRUE`;
    case 'scalar':
      return block(lines(e.query, d));
    case 'written-expression':
      return block([written(e.sql, e.values, d)]);
    default:
      return unreachable(e);
  }
}

/** Where only TRUE counts, nothing has to keep a NULL away. */
function condition(e: Expression, d: Dialect): string {
  if (e.kind === 'in-query') return lookedUp(e, d);
  if (e.kind === 'and') return e.all.map((term) => (term.kind === 'in-query' ? lookedUp(term, d) : expression(term, d))).join(' AND ');
  return stripOuter(expression(e, d));
}

function lookedUp({ values, query }: Extract<Expression, { kind: 'in-query' }>, d: Dialect): string {
  const all = values.map((v) => expression(v, d)).join(', ');
  return `${values.length === 1 ? all : `(${all})`} IN ${block(lines(query, d))}`;
}

function literalOrFail(e: Extract<Expression, { kind: 'literal' }>): string {
  const sql = literalText(e.type, e.value);
  if (sql === undefined) throw new Error(`${JSON.stringify(e.value)} is no ${e.type}`);
  return sql;
}

function wrap(e: Expression, p: (e: Expression) => string): string {
  return e.kind === 'column' || e.kind === 'call' ? p(e) : `(${p(e)})`;
}

function window({ partitionBy, orderBy: terms }: { partitionBy: Expression[]; orderBy: OrderTerm[] }, d: Dialect): string {
  const partition = partitionBy.map((e) => printExpression(e, d)).join(', ');
  return [partition ? `PARTITION BY ${partition}` : '', orderBy(terms, d)].filter(Boolean).join(' ');
}

/** Empties last whatever the direction, as every engine can say it. */
function orderBy(terms: readonly OrderTerm[], d: Dialect): string {
  if (terms.length === 0) return '';
  return `ORDER BY ${terms.map((t) => `${expression(t.by, d)}${t.descending ? ' DESC' : ''} NULLS LAST`).join(', ')}`;
}

const indent = (text: readonly string[]) => text.flatMap((line) => line.split(lineBreak)).map((line) => `  ${line}`);
const block = (text: readonly string[]) => ['(', ...indent(text), ')'].join(lineBreak);

function written(sql: string, values: Values, d: Dialect): string {
  return withValues(readWhole(sql), (name) => values[name]?.map((value) => expression(value, d)));
}

function lines(query: Query, d: Dialect): string[] {
  switch (query.kind) {
    case 'select':
      return selectLines(query, d);
    case 'union-all':
      return query.inputs.flatMap((input, i) => (i === 0 ? lines(input, d) : ['UNION ALL', ...lines(input, d)]));
    case 'written':
      return writtenLines(query, d);
    case 'with':
      return [...query.parts.flatMap((part, i, all) => partLines(part, i, all.length, d)), ...lines(query.body, d)];
    case 'part':
      return [`SELECT * FROM ${ident(query.name)}`];
    case 'row':
      return [`SELECT ${query.columns.map((c) => output(c.name, c.is, d)).join(', ')}`];
    default:
      return unreachable(query);
  }
}

function partLines(part: With['parts'][number], i: number, count: number, d: Dialect): string[] {
  const opening = `${i === 0 ? 'WITH ' : ''}${ident(part.name)} AS ${part.kept ? 'MATERIALIZED ' : ''}(`;
  return [opening, ...indent(lines(part.query, d)), i < count - 1 ? '),' : ')'];
}

function selectLines(select: Select, d: Dialect): string[] {
  const columns = select.columns.map((c, i, all) => `  ${output(c.name, c.is, d)}${i < all.length - 1 ? ',' : ''}`);
  const clause = (word: string, e: Expression | undefined) => (e ? [`${word} ${condition(e, d)}`] : []);
  return [
    select.distinct ? 'SELECT DISTINCT' : 'SELECT',
    ...columns,
    ...fromLines(select, d),
    ...(select.joins ?? []).flatMap((join) => joinLines(join, d)),
    ...clause('WHERE', select.where),
    ...(select.groupBy?.length ? [`GROUP BY ${select.groupBy.map((e) => expression(e, d)).join(', ')}`] : []),
    ...clause('HAVING', select.having),
    ...(select.orderBy?.length ? [orderBy(select.orderBy, d)] : []),
    ...(select.limit === undefined ? [] : [`LIMIT ${typeof select.limit === 'number' ? select.limit : expression(select.limit, d)}`]),
    ...(select.offset ? [`OFFSET ${select.offset}`] : []),
  ];
}

function fromLines({ from: { relation, alias }, where }: Select, d: Dialect): string[] {
  const isWhole = relation.kind === 'table' && where?.kind === 'written-expression' && passesOver(where.sql);
  if (!isWhole) return sourceLines('FROM', { relation, alias }, d);
  return [`FROM ${wholeTable(`${ident(relation.schema)}.${ident(relation.name)}`)} AS ${ident(alias)}`];
}

function output(name: string, is: Expression, d: Dialect): string {
  const sql = expression(is, d);
  return is.kind === 'column' && is.name === name ? sql : `${sql} AS ${ident(name)}`;
}

function sourceLines(word: string, source: Source, d: Dialect): string[] {
  const { relation, alias } = source;
  if (relation.kind === 'part') return [`${word} ${ident(relation.name)} AS ${ident(alias)}`];
  if (relation.kind === 'table') return [`${word} ${ident(relation.schema)}.${ident(relation.name)} AS ${ident(alias)}`];
  return [`${word} (`, ...indent(lines(relation, d)), `) AS ${ident(alias)}`];
}

function joinLines(join: Join, d: Dialect): string[] {
  const source = sourceLines(join.type === 'left' ? 'LEFT JOIN' : 'JOIN', join.source, d);
  const last = source.pop();
  return [...source, `${last} ON ${stripOuter(expression(join.on, d))}`];
}

/** A line comment at the end of what a person wrote must not swallow what follows, hence the line breaks. */
function writtenLines(query: Written, d: Dialect): string[] {
  const inputs = query.tables.map(
    (t) => `${ident(t.name)} AS (SELECT ${t.columns.map(ident).join(', ')} FROM ${ident(t.relation.schema)}.${ident(t.relation.name)})`,
  );
  const body = ['SELECT * FROM (', ...indent([written(query.sql.trim().replace(/;\s*$/, ''), query.values ?? {}, d)]), ') AS "written"'];
  return inputs.length ? [`WITH ${inputs.join(`,${lineBreak}     `)}`, ...body] : body;
}

function stripOuter(sql: string): string {
  if (!sql.startsWith('(') || sql.startsWith(`(${lineBreak}`)) return sql;
  let depth = 0;
  let quote = '';
  for (let i = 0; i < sql.length; i++) {
    const c = sql[i];
    if (quote) {
      if (c === quote) quote = '';
    } else if (c === "'" || c === '"') quote = c;
    else if (c === '(') depth++;
    else if (c === ')' && --depth === 0) return i === sql.length - 1 ? sql.slice(1, -1) : sql;
  }
  return sql;
}
