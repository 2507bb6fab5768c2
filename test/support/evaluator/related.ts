import type { Rule } from '../../../core/model/rule';
import { type Column, entityOf, typeOf } from './columns';
import { ascending, sortedBy } from './order';
import { isEmpty, type Row, reach, type Value, type World } from './rows';
import { bare, type Here, read, selects } from './rule';
import type { Logic } from './test';

type RuleOf<K extends Rule['kind']> = Extract<Rule, { kind: K }>;

/** Related rows where a rule holds. */
export function relatedRows(world: World, here: Here, path: readonly string[], where: Rule | undefined): { entity: string; rows: Row[] } {
  const { entity, rows } = reach(world, here.entity, here.row, path);
  return { entity, rows: where ? rows.filter((row) => selects(world, where, bare(entity, row))) : rows };
}

export function aggregate(
  world: World,
  spec: Pick<RuleOf<'aggregate'>, 'path' | 'function' | 'attribute' | 'where'>,
  here: Here,
): { value: Value; type: Column['type'] } {
  const { entity, rows } = relatedRows(world, here, spec.path, spec.where);
  const { attribute } = spec;
  if (attribute === undefined) return { value: rows.length, type: 'integer' };
  return summed(
    spec.function,
    rows.map((r) => r[attribute] ?? null),
    typeOf(world.model, entity, attribute),
  );
}

/** One value of many; those that are not there count nowhere. */
export function summed(
  how: RuleOf<'aggregate'>['function'],
  all: readonly Value[],
  type: Column['type'],
): { value: Value; type: Column['type'] } {
  const values = all.filter((v) => v !== null);
  const sum = values.map(Number).reduce((a, b) => a + b, 0);
  const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  switch (how) {
    case 'count':
      return { value: values.length, type: 'integer' };
    case 'count-distinct':
      return { value: new Set(values).size, type: 'integer' };
    case 'sum':
      return { value: sum, type };
    case 'average':
      return { value: values.length === 0 ? null : sum / (values.length * (type === 'decimal' ? 100 : 1)), type: 'number' };
    case 'min':
      return { value: sorted[0] ?? null, type };
    case 'max':
      return { value: sorted.at(-1) ?? null, type };
  }
}

export function keyOf(world: World, entity: string, row: Row): Value[] {
  return entityOf(world.model, entity).key.map((k) => row[k] ?? null);
}

export function firstOrLast(world: World, rule: RuleOf<'ordered'>, here: Here): Logic {
  const { entity, rows } = relatedRows(world, here, rule.path, rule.among);
  const [row] = sortedBy(rows, (r) => [
    { value: r[rule.by] ?? null, descending: rule.position === 'last' },
    ...keyOf(world, entity, r).map(ascending),
  ]);
  return row !== undefined && selects(world, rule.where, bare(entity, row));
}

export function isTop(world: World, rule: RuleOf<'top'>, here: Here): Logic {
  const { count, order, per, among } = rule;
  const { entity } = here;
  const groupOf = (row: Row) => {
    const value = per ? read(world, bare(entity, row), per.path ?? [], per.attribute).value : null;
    return isEmpty(value) ? null : value;
  };
  const rivals = (world.data[entity] ?? []).filter(
    (row) => groupOf(row) === groupOf(here.row) && (!among || selects(world, among, bare(entity, row))),
  );
  const queue = sortedBy(rivals, (row) => [
    ...order.map((o) => ({ value: row[o.attribute] ?? null, descending: o.direction === 'descending' })),
    ...keyOf(world, entity, row).map(ascending),
  ]);
  return queue.slice(0, count).includes(here.row);
}
