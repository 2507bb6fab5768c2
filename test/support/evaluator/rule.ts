import type { Rule } from '../../../core/model/rule';
import type { ProfileSettings } from '../../../core/model/workspace';
import { type Column, entityOf, typeOf } from './columns';
import { inLast, momentOf } from './dates';
import { bare, type Here, read } from './here';
import { peopleBySql, selectedBySql } from './known-sql';
import { ascending, sortedBy } from './order';
import { everyone, hereOf, keyOfRow, nameOf, type People } from './people';
import { isEmpty, type Row, reach, type Value, type World } from './rows';
import { holds, type Logic } from './test';
import { filledIn, valueOf } from './variables';

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
      return selectedBySql(rule.sql, here.row, world.variables);
  }
}

export function selects(world: World, rule: Rule, here: Here): boolean {
  return evaluate(world, rule, here) === true;
}

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

/** Members of a saved audience, live ones as they are now. */
export function membersOf(world: World, id: string): People {
  const audience = world.audiences.find((a) => a.id === id);
  if (!audience) throw new Error(`no audience ${id}`);
  const { dimension, definition } = audience;
  switch (definition.kind) {
    case 'rule': {
      const all = everyone(world, dimension);
      const outside = { ...world, variables: {} };
      return { ...all, rows: all.rows.filter((p) => selects(outside, definition.rule, hereOf(world, all, p))) };
    }
    case 'sql':
      return peopleBySql(world, definition.sql, []);
    case 'snapshot': {
      const columns = definition.columns ?? [];
      const rows = (world.snapshots[definition.table] ?? []).map((row) => ({
        key: keyOfRow(world, dimension, row),
        added: Object.fromEntries(columns.map((c) => [c.name, row[c.name] ?? null])),
      }));
      return { dimension, columns: columns.map((c) => ({ name: c.name, type: c.type })), rows };
    }
  }
}

/** Whether any row the path reaches is a member. */
export function isMember(world: World, id: string, here: Here, path: readonly string[]): boolean {
  const members = membersOf(world, id);
  const reached = reach(world, here.entity, here.row, path);
  if (reached.entity !== members.dimension) throw new Error(`${path.join('.')} does not reach ${members.dimension}`);
  const keys = new Set(members.rows.map(nameOf));
  return reached.rows.some((row) => keys.has(JSON.stringify(keyOfRow(world, reached.entity, row))));
}

type History = Extract<Rule, { kind: 'history' }>;

/** Whether communication history has such a row of a profile the path reaches. */
export function wasReached(world: World, rule: History, here: Here): boolean {
  const profile = world.workspace.profile;
  const table = profile?.history;
  if (!profile || !table) throw new Error('no history');
  const reached = reach(world, here.entity, here.row, rule.path ?? []);
  if (reached.entity !== profile.entity) throw new Error(`${rule.path?.join('.')} does not reach ${profile.entity}`);
  const value = (row: Row, attribute: string | undefined) => (attribute === undefined ? null : (row[attribute] ?? null));
  const { within } = rule;
  const rows = (world.data[table.entity] ?? []).filter((row) => {
    const at = value(row, table.at);
    return (
      at !== null &&
      momentOf(String(at)) < world.now &&
      (within === undefined || inLast(world, String(at), within.count, within.unit)) &&
      !isOneOf(value(row, table.status), table.unsent) &&
      (rule.event === 'sent' || isOneOf(value(row, table.status), table.responded)) &&
      (rule.campaign === undefined || text(value(row, table.campaign)) === rule.campaign) &&
      (rule.message === undefined || text(value(row, table.message)) === rule.message) &&
      (rule.channel === undefined || text(value(row, table.channel)).toLowerCase() === rule.channel)
    );
  });
  return reached.rows.some((person) => rows.some((row) => isOf(world, profile, table.profile, row, person)));
}

/** Whether a row names a person: by an identity that binds the attribute, else by the key. */
function isOf(world: World, profile: ProfileSettings, names: readonly string[], row: Row, person: Row): boolean {
  const identity = profile.identities?.find((i) => i.bindings.some((b) => b.attribute === names[0]));
  if (!identity) return names.every((name, i) => row[name] === keyOf(world, profile.entity, person)[i]);
  const named = (value: Value | undefined) => (identity.kind === 'email' ? text(value ?? null).toLowerCase() : String(value ?? ''));
  const value = named(row[names[0] ?? '']);
  return value !== '' && value === named(person[identity.attribute]);
}

const text = (value: Value) => String(value ?? '').trim();
const isOneOf = (status: Value, list: readonly string[]) => list.includes(text(status).toLowerCase());
