import { type Audience, audience } from '../../../core/model/audience';
import { type Filter, filter } from '../../../core/model/filter';
import type { Parameter, Variable } from '../../../core/model/variable';
import { entityOf } from '../evaluator/columns';
import { statements } from '../evaluator/known-sql';
import { keyOfRow } from '../evaluator/people';
import type { Data, Row, World } from '../evaluator/rows';
import type { Choose } from './choose';
import { anyValue } from './data';
import { randomModel } from './model';
import { anyEntity } from './paths';
import { randomRule, type Speaking } from './rules';

export function randomVariables(c: Choose, today: string): Variable[] {
  return c.some<Variable>(
    [
      { name: 'who', type: 'text', value: c.one(['a', 'É', '', '1%']) },
      { name: 'many', type: 'number', value: c.int(1, 3) },
      { name: 'day', type: 'date', value: today },
      { name: 'yes', type: 'boolean', value: c.chance(50) },
      { name: 'some', type: 'list', value: c.some(['a', 'fr', 'é'], 1, 2) },
    ],
    0,
    5,
  );
}

/** Filters that may ask for the ones before them. */
export function randomFilters(c: Choose, today: string, speak: (known: readonly Filter[], by: readonly Parameter[]) => Speaking): Filter[] {
  const filters: Filter[] = [];
  const count = c.int(0, 2);
  while (filters.length < count) {
    const entity = c.chance(50) ? (filters[0]?.entity ?? anyEntity(c)) : anyEntity(c);
    const parameters = randomVariables(c, today).map(({ value, ...p }) => ({ ...p, ...(c.chance(60) ? { value } : {}) }));
    const n = filters.length + 1;
    const rule = randomRule(c, speak(filters, parameters), entity, c.int(0, 1));
    filters.push(filter.parse({ format: 1, id: `filter-${n}`, name: `Filter ${n}`, entity, parameters, rule }));
  }
  return filters;
}

/** The columns that a snapshot keeps, named as flows name theirs. */
const kept = [
  { name: 'word', type: 'text' },
  { name: 'n', type: 'integer' },
  { name: 'money', type: 'decimal', scale: 2 },
] as const;

/** Live audiences, of which the last may ask for the others, and snapshots. */
export function randomAudiences(c: Choose, world: World, speak: (known: readonly Audience[]) => Speaking): Audience[] {
  const [dimension, keys] = [anyEntity(c), anyEntity(c)];
  const sql = Object.entries(statements).find(([, statement]) => statement.inputs === 0)?.[0];
  const made = { rows: 0, asOf: `${world.today}T00:00:00Z`, takenAt: `${world.today}T00:00:00Z`, dataVersions: {} };
  const first = c.some(
    [
      { id: 'live', dimension, definition: { kind: 'rule', rule: randomRule(c, speak([]), dimension, c.int(0, 1)) } },
      { id: 'by-hand', dimension: 'customers', definition: { kind: 'sql', sql } },
      { id: 'frozen', dimension: 'customers', definition: { kind: 'snapshot', table: 'frozen', ...made } },
      { id: 'kept', dimension: keys, definition: { kind: 'snapshot', table: 'kept', columns: c.some(kept, 0, 2), ...made } },
    ].map((a) => audience.parse({ format: 1, name: a.id, ...a })),
    0,
    4,
  );
  if (c.chance(60)) return first;
  const rule = randomRule(c, speak(first), dimension, c.int(0, 1));
  return [...first, audience.parse({ format: 1, id: 'nested', name: 'nested', dimension, definition: { kind: 'rule', rule } })];
}

/** Members of the snapshots: some of the rows there are, and maybe one that is gone. */
export function randomMembers(c: Choose, world: World, audiences: readonly Audience[]): Data {
  return Object.fromEntries(
    audiences.flatMap(({ dimension, definition }) => {
      if (definition.kind !== 'snapshot') return [];
      const members = c.some(world.data[dimension] ?? [], 0, 9).map((row) => keyOfRow(world, dimension, row));
      const all = c.chance(30) ? [...members, gone(dimension)] : members;
      const beside = () =>
        (definition.columns ?? []).map(({ name, type }) => [name, c.chance(20) ? null : anyValue(c, type, world)] as const);
      return [[definition.table, all.map((key): Row => ({ ...key, ...Object.fromEntries(beside()) }))]];
    }),
  );
}

function gone(dimension: string): Row {
  const { key, attributes } = entityOf(randomModel, dimension);
  const ofType = { integer: 99, text: 'gone', date: '1999-12-31' } as const;
  return Object.fromEntries(
    key.map((name) => {
      const type = attributes.find((a) => a.name === name)?.type;
      if (type !== 'integer' && type !== 'text' && type !== 'date') throw new Error(`${dimension} has a key of ${type}`);
      return [name, ofType[type]];
    }),
  );
}
