import type { Expression, OrderTerm } from './expression';
import { visitNodes } from './nodes';

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
