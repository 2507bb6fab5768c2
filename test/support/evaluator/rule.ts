import type { Rule } from '../../../core/model/rule';
import { type Column, typeOf } from './columns';
import { selectedBySql } from './known-sql';
import { isMember, wasReached } from './memberships';
import { aggregate, firstOrLast, isTop } from './related';
import { type Row, reach, type Value, type World } from './rows';
import { holds, type Logic } from './test';
import { filledIn, valueOf } from './variables';

/** The row a rule looks at, and what a population added to it. */
export interface Here {
  entity: string;
  row: Row;
  added: Row;
  columns: readonly Column[];
}

export const bare = (entity: string, row: Row): Here => ({ entity, row, added: {}, columns: [] });

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
      return holds(world, filledIn(rule.test, world.variables), value, type);
    }
    case 'related': {
      const { entity, rows } = reach(world, here.entity, here.row, rule.path);
      const found = rows.map((row) => selects(world, rule.where, bare(entity, row)));
      if (rule.quantifier === 'every') return found.every(Boolean);
      return rule.quantifier === 'some' ? found.some(Boolean) : !found.some(Boolean);
    }
    case 'aggregate': {
      const { value, type } = aggregate(world, rule, here);
      return holds(world, filledIn(rule.test, world.variables), value, type);
    }
    case 'ordered':
      return firstOrLast(world, rule, here);
    case 'top':
      return isTop(world, rule, here);
    case 'audience':
      return isMember(world, rule.audience, here, rule.path ?? []) === rule.member;
    case 'history':
      return wasReached(world, rule, here) === rule.happened;
    case 'filter': {
      const filter = world.filters.find((f) => f.id === rule.filter);
      if (!filter) throw new Error(`no filter ${rule.filter}`);
      const given = filter.parameters.flatMap((p) => {
        const asked = rule.arguments[p.name];
        const value = asked === undefined ? p.value : valueOf(asked, world.variables);
        return value === undefined ? [] : [[p.name, value] as const];
      });
      return evaluate({ ...world, variables: Object.fromEntries(given) }, filter.rule, bare(here.entity, here.row));
    }
    case 'sql':
      return selectedBySql(rule.sql, here.row);
  }
}

export function selects(world: World, rule: Rule, here: Here): boolean {
  return evaluate(world, rule, here) === true;
}

/** The value of an attribute or added column here, or of an attribute along a path of single links; nothing reached is no value. */
export function read(world: World, here: Here, path: readonly string[], attribute: string): { value: Value; type: Column['type'] } {
  const added = path.length === 0 ? here.columns.find((c) => c.name === attribute) : undefined;
  if (added) return { value: here.added[attribute] ?? null, type: added.type };
  const { entity, rows } = reach(world, here.entity, here.row, path);
  return { value: rows[0]?.[attribute] ?? null, type: typeOf(world.model, entity, attribute) };
}
