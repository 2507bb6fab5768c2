import { sameName } from '../base/same-name';
import type { Column, Population } from '../segment/population';
import { report } from '../segment/scope';
import { exists } from '../sql/exists';
import { and, column, compare, integer } from '../sql/expression';
import type { Expression, Output, Select } from '../sql/query';
import { type Lowering, requireColumn } from './lowering';

/** What makes rows of different inputs the same. */
export interface Sameness {
  by: readonly string[];
  /** `by` is the whole key. */
  isKey: boolean;
}

/** Rows are the same by key, or by the columns named; `undefined` after a problem was reported. */
export function samenessOf(lowering: Lowering, by: readonly string[] | undefined, inputs: readonly Population[]): Sameness | undefined {
  const [first] = inputs;
  if (!first) return undefined;
  const key = first.key.map((k) => k.name);
  if (!by) return { by: key, isKey: true };
  const columns = inputs.map((input) => by.map((name) => requireColumn(lowering, input, name)));
  if (columns.flat().includes(undefined)) return undefined;
  const agree = columns.every((row) => row.every((c, i) => c === undefined || typesAgree(lowering, columns[0]?.[i], c)));
  return agree ? { by, isKey: by.length === key.length && key.every((k) => by.includes(k)) } : undefined;
}

function typesAgree(lowering: Lowering, a: Column | undefined, b: Column): boolean {
  if (!a || a.type === b.type) return true;
  report(lowering.compilation, 'flow-types-differ', lowering.place, { column: a.name, type: a.type, attribute: b.name, other: b.type });
  return false;
}

/** Equal values, where empty equals empty. */
export function sameValues(by: readonly string[], key: readonly Column[], left: string, right: string): Expression {
  const op = (name: string) => (key.some((k) => k.name === name) ? '=' : 'IS NOT DISTINCT FROM');
  return and(by.map((name) => compare(op(name), column(left, name), column(right, name))));
}

/** Whether some row of `rows` is the same as the row at hand, which is called `input`. */
export function hasSame(rows: Population, by: readonly string[]): Expression {
  return someRow(rows.table, sameValues(by, rows.key, 'other', 'input'));
}

export function someRow(relation: Select['from']['relation'], where: Expression): Expression {
  return exists({ kind: 'select', columns: [{ name: 'one', is: integer(1) }], from: { relation, alias: 'other' }, where });
}

/** Columns of all inputs; where a name occurs twice the type of the first stands, with the longest scale. */
export function mergedColumns(inputs: readonly Population[]): Column[] {
  const columns: Column[] = [];
  for (const c of inputs.flatMap((i) => i.columns)) {
    const at = columns.findIndex((known) => sameName(known.name, c.name));
    const known = columns[at];
    if (!known) columns.push(c);
    else if ((c.scale ?? 0) > (known.scale ?? 0)) columns[at] = { ...known, scale: c.scale ?? 0 };
  }
  return columns;
}

/** Whether columns of one name have one type, so that rows of all inputs fit one table. */
export function columnsAgree(lowering: Lowering, inputs: readonly Population[]): boolean {
  const unequal = unequalColumns(inputs);
  for (const { column, other } of unequal)
    report(lowering.compilation, 'flow-column-types', lowering.place, { column: column.name, type: column.type, other: other.type });
  return unequal.length === 0;
}

/** Columns that later inputs bring with another type than the first that has one of that name, each type once. */
export function unequalColumns(inputs: readonly Population[]): { column: Column; other: Column }[] {
  const merged = mergedColumns(inputs);
  return inputs
    .flatMap((i) => i.columns)
    .flatMap((other) => {
      const column = merged.find((m) => sameName(m.name, other.name));
      return column && column.type !== other.type ? [{ column, other }] : [];
    })
    .filter(({ column, other }, i, all) => all.findIndex((u) => u.column === column && u.other.type === other.type) === i);
}

/** A column as all inputs have it; empty where this one has none of that name. */
export function columnOrNull(input: Population, wanted: Column): Output {
  const own = [...input.key, ...input.columns].find((c) => sameName(c.name, wanted.name));
  if (!own) return { name: wanted.name, is: { kind: 'null', type: wanted.type } };
  const is = column('input', own.name);
  if (wanted.type === 'list' || (own.scale ?? 0) === (wanted.scale ?? 0)) return { name: wanted.name, is };
  return { name: wanted.name, is: { kind: 'cast', inner: is, type: wanted.type, scale: wanted.scale ?? 0 } };
}
