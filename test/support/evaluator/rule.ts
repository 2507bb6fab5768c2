import type { DataType } from '../../../core/model/entity';
import type { Rule } from '../../../core/model/rule';
import { type Row, reach, type Value, type World } from './rows';
import { holds, type Logic } from './test';

interface Here {
  entity: string;
  row: Row;
  /** Columns a population added to the row. */
  added: Row;
}

/** TRUE, FALSE or NULL for one row, straight from the contract. */
export function evaluate(world: World, rule: Rule, here: Here): Logic {
  switch (rule.kind) {
    case 'all': {
      const parts = rule.rules.map((r) => evaluate(world, r, here));
      return parts.includes(false) ? false : parts.includes(null) ? null : true;
    }
    case 'any': {
      const parts = rule.rules.map((r) => evaluate(world, r, here));
      return parts.includes(true) ? true : parts.includes(null) ? null : false;
    }
    case 'not':
      return evaluate(world, rule.rule, here) !== true;
    case 'attribute': {
      const { value, type } = read(world, here, rule.path ?? [], rule.attribute);
      return holds(world, rule.test, value, type);
    }
    case 'related': {
      const { entity, rows } = reach(world, here.entity, here.row, rule.path);
      const found = rows.map((row) => evaluate(world, rule.where, { entity, row, added: {} }) === true);
      if (rule.quantifier === 'every') return found.every(Boolean);
      return rule.quantifier === 'some' ? found.some(Boolean) : !found.some(Boolean);
    }
    case 'aggregate': {
      const { value, type } = aggregate(world, rule, here);
      return holds(world, rule.test, value, type);
    }
  }
}

export function selects(world: World, rule: Rule, here: Here): boolean {
  return evaluate(world, rule, here) === true;
}

/** The value of an attribute here or along a path of single links; nothing reached is no value. */
export function read(world: World, here: Here, path: readonly string[], attribute: string): { value: Value; type: DataType } {
  if (path.length === 0 && attribute in here.added)
    return { value: here.added[attribute] ?? null, type: addedType(here.added[attribute] ?? null) };
  const { entity, rows } = reach(world, here.entity, here.row, path);
  return { value: rows[0]?.[attribute] ?? null, type: typeOf(world, entity, attribute) };
}

export function aggregate(
  world: World,
  spec: Pick<Extract<Rule, { kind: 'aggregate' }>, 'path' | 'function' | 'attribute' | 'where'>,
  here: Here,
): { value: Value; type: DataType } {
  const { entity, rows } = reach(world, here.entity, here.row, spec.path);
  const where = spec.where;
  const counted = where ? rows.filter((row) => selects(world, where, { entity, row, added: {} })) : rows;
  if (spec.attribute === undefined) return { value: counted.length, type: 'integer' };
  const attribute = spec.attribute;
  const type = typeOf(world, entity, attribute);
  const values = counted.map((r) => r[attribute] ?? null).filter((v): v is string | number | boolean => v !== null);
  const numbers = values.map(Number);
  const sum = numbers.reduce((a, b) => a + b, 0);
  const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  switch (spec.function) {
    case 'count':
      return { value: values.length, type: 'integer' };
    case 'count-distinct':
      return { value: new Set(values).size, type: 'integer' };
    case 'sum':
      return { value: sum, type };
    case 'average':
      return { value: numbers.length === 0 ? null : sum / numbers.length / (type === 'decimal' ? 100 : 1), type: 'number' };
    case 'min':
      return { value: sorted[0] ?? null, type };
    case 'max':
      return { value: sorted.at(-1) ?? null, type };
  }
}

function typeOf(world: World, entity: string, attribute: string): DataType {
  const found = world.model.entities.find((e) => e.name === entity)?.attributes.find((a) => a.name === attribute);
  if (!found) throw new Error(`${entity} has no ${attribute}`);
  return found.type;
}

function addedType(value: Value): DataType {
  return typeof value === 'number' ? 'integer' : typeof value === 'boolean' ? 'boolean' : 'text';
}
