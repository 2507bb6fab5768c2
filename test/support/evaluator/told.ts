import type { Cell } from '../../../core/model/value';
import type { Column } from './columns';
import type { People, Person } from './people';
import type { Value } from './rows';

/** Rows of a transition as texts in no order, for comparing. */
export function told(people: People): string[] {
  const columns = sortedByName(people.columns);
  const cells = (p: Person) => columns.map((c) => comparable(given(p.added[c.name] ?? null, c.type), c.type));
  return people.rows.map((p) => JSON.stringify([...Object.values(p.key), ...cells(p)])).sort();
}

/** The order of columns means nothing. */
export function sortedByName<T extends { name: string }>(columns: readonly T[]): T[] {
  return [...columns].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What an engine gave, in the same form. */
export function toldBy(types: readonly Column['type'][], row: readonly Cell[]): string {
  return JSON.stringify(row.map((cell, i) => comparable(cell, types[i] ?? 'text')));
}

/** A value in the form an engine gives it. */
export function given(value: Value, type: Column['type']): Value {
  return type === 'decimal' && value !== null ? (Number(value) / 100).toFixed(2) : value;
}

/** A list of values, or of rows, as a value. */
export function listOf(elements: readonly (Value | Record<string, Value>)[]): string {
  return JSON.stringify(elements);
}

/** Sums of doubles may differ in their last digits. */
function comparable(cell: Cell, type: Column['type']): Cell {
  if (cell === null) return null;
  if (type === 'list') return typeof cell === 'string' ? cell : JSON.stringify(cell);
  return type === 'integer' || type === 'number' || type === 'decimal' ? Number(Number(cell).toPrecision(10)) : cell;
}
