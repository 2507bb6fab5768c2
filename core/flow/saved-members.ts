import type { Place } from '../base/problems';
import type { ActivityOf } from '../model/activity';
import { type Column, findEntity } from '../segment/population';
import { readFields } from '../segment/reading';
import { type Compilation, report } from '../segment/scope';
import { column } from '../sql/expression';
import type { Select, Table } from '../sql/query';

/** Rows that may be kept under an audience's name. */
export interface Keepable {
  dimension: string;
  key: readonly Column[];
  columns: readonly Column[];
  table: Table;
  /** Set where these are lines of a file, which no audience can hold. */
  file?: string;
}

/**
 * What a population leaves behind under an audience's name: the key and the columns asked for, which are its own or attributes
 * of its dimension. Problems go to the compilation; `undefined` means there was at least one.
 */
export function savedMembers(
  compilation: Compilation,
  population: Keepable,
  asked: ActivityOf<'save-audience'>['columns'],
  place: Place,
): { query: Select; columns: Column[] } | undefined {
  const names = [...new Set(asked ?? [])].filter((name) => !population.key.some((k) => k.name === name));
  const entity = findEntity(compilation.model, population.dimension);
  const read =
    names.length === 0
      ? { joins: [], values: [] }
      : entity &&
        readFields(
          compilation,
          { alias: 'input', key: population.key, columns: population.columns },
          entity,
          names.map((attribute) => ({ attribute })),
          () => [...place, 'columns'],
        );
  if (!read) return undefined;
  const columns = read.values.map(({ column: found }, i): Column => ({ ...found, name: names[i] ?? found.name }));
  const list = columns.find((c) => c.type === 'list');
  if (list) return report(compilation, 'audience-column-list', place, { column: list.name });
  const key = population.key.map((k) => ({ name: k.name, is: column('input', k.name) }));
  const kept = read.values.map(({ is }, i) => ({ name: names[i] ?? '', is }));
  return {
    query: { kind: 'select', columns: [...key, ...kept], from: { relation: population.table, alias: 'input' }, joins: read.joins },
    columns,
  };
}

/** The first column that an audience keeps in another type than it would now be saved in. */
export function clashOf(kept: readonly Column[], saved: readonly Column[]): { column: string; kept: string; found: string } | undefined {
  for (const found of saved) {
    const before = kept.find((c) => c.name === found.name);
    if (before && typeText(before) !== typeText(found)) return { column: found.name, kept: typeText(before), found: typeText(found) };
  }
  return undefined;
}

const typeText = ({ type, scale }: Column): string => (scale === undefined ? type : `${type} (${scale})`);
