import type { DataType } from '../model/entity';
import type { Literal } from '../model/value';
import { visitNodes } from './nodes';

export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=' | 'IS DISTINCT FROM' | 'IS NOT DISTINCT FROM';

/** Functions by what they mean; a dialect says how each is written. */
export type FunctionName =
  | 'lower'
  | 'upper'
  | 'strip-accents'
  | 'trim'
  | 'length'
  | 'left'
  | 'right'
  | 'concat'
  | 'concat-ws'
  | 'substring'
  | 'coalesce'
  | 'nullif'
  | 'floor'
  | 'least'
  | 'divide-whole'
  | 'modulo'
  | 'sha256-hex'
  | 'month'
  | 'day-of-month'
  | 'matches-regex'
  | 'replace-regex'
  | 'split-part'
  | 'contains-any'
  | 'empty-list';

export type AggregateName = 'count' | 'sum' | 'avg' | 'min' | 'max' | 'list' | 'arg-first';

export interface OrderTerm {
  by: Expression;
  descending?: boolean;
}

/** A scalar in SQL, as plain data. */
export type Expression =
  | { kind: 'column'; table?: string; name: string }
  | { kind: 'literal'; type: DataType; value: Literal }
  /** Of a list it has no type of its own: it takes that of what it stands beside. */
  | { kind: 'null'; type: DataType | 'list' }
  | { kind: 'compare'; op: Comparison; left: Expression; right: Expression }
  | { kind: 'and' | 'or'; all: Expression[] }
  | { kind: 'not'; inner: Expression }
  | { kind: 'is-null'; inner: Expression }
  | { kind: 'is-true'; inner: Expression }
  | { kind: 'in'; inner: Expression; list: Expression[] }
  | { kind: 'like'; inner: Expression; pattern: Expression }
  | { kind: 'between'; inner: Expression; from: Expression; to: Expression }
  | { kind: 'call'; function: FunctionName; args: Expression[] }
  | { kind: 'arithmetic'; op: '+' | '-' | '*' | '/'; left: Expression; right: Expression }
  | { kind: 'aggregate'; function: AggregateName; args: Expression[]; distinct?: boolean; filter?: Expression; orderBy?: OrderTerm[] }
  | { kind: 'row-number'; partitionBy: Expression[]; orderBy: OrderTerm[] }
  /** The first value that is there among the rows of the partition. */
  | { kind: 'first-value'; of: Expression; partitionBy: Expression[]; orderBy: OrderTerm[] }
  | { kind: 'case'; branches: { when: Expression; gives: Expression }[]; otherwise?: Expression }
  | { kind: 'struct'; fields: { name: string; is: Expression }[] }
  | { kind: 'cast'; inner: Expression; type: DataType; scale?: number }
  | { kind: 'exists'; query: Query }
  /** Whether the values are a row of the query; never NULL. */
  | { kind: 'in-query'; values: Expression[]; query: Query }
  | { kind: 'scalar'; query: Query }
  /** An expression a person wrote, checked elsewhere, over the names of the rows around it. */
  | { kind: 'written-expression'; sql: string; values: Values };

export interface Table {
  kind: 'table';
  schema: string;
  name: string;
}

export interface Source {
  relation: Table | Query;
  alias: string;
}

export interface Join {
  type: 'inner' | 'left';
  source: Source;
  on: Expression;
}

export interface Output {
  name: string;
  is: Expression;
}

export interface Select {
  kind: 'select';
  distinct?: boolean;
  columns: Output[];
  from: Source;
  joins?: Join[];
  where?: Expression;
  groupBy?: Expression[];
  having?: Expression;
  orderBy?: OrderTerm[];
  limit?: number | Expression;
  offset?: number;
}

/** Rows of all inputs, which have the same columns in the same order. */
export interface UnionAll {
  kind: 'union-all';
  inputs: Query[];
}

/** What each `$name` in SQL a person wrote stands for; several values are separated by commas. */
export type Values = Readonly<Record<string, Expression[]>>;

/** SQL a person wrote, checked elsewhere; `tables` names what it may call its inputs, with the columns those have. */
export interface Written {
  kind: 'written';
  sql: string;
  tables: { name: string; relation: Table; columns: string[] }[];
  values?: Values;
}

/** Results named once and read by `body`, each by those after it too; `kept` ones are computed once and held. */
export interface With {
  kind: 'with';
  parts: { name: string; query: Query; kept?: boolean }[];
  body: Query;
}

/** A part of the `with` around it. */
export interface Part {
  kind: 'part';
  name: string;
}

/** One row that is read from nowhere. */
export interface Row {
  kind: 'row';
  columns: Output[];
}

/** A relation as plain data. */
export type Query = Select | UnionAll | Written | With | Part | Row;

/** Tables a query reads, each once, in order of appearance. */
export function tablesOf(query: Query): Table[] {
  const found = new Map<string, Table>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (value === null || typeof value !== 'object') return;
    if ('kind' in value && value.kind === 'table' && 'schema' in value && 'name' in value) {
      const table: Table = { kind: 'table', schema: String(value.schema), name: String(value.name) };
      found.set(`${table.schema}.${table.name}`, table);
      return;
    }
    Object.values(value).forEach(visit);
  };
  visit(query);
  return [...found.values()];
}

/** SQL that people wrote in a query. */
export function writtenIn(query: Query): string[] {
  const found: string[] = [];
  visitNodes(query, (node) => {
    if (node.kind === 'written' || node.kind === 'written-expression') found.push(String(node.sql));
  });
  return found;
}
