import type { Rule } from '../../../core/model/rule';
import { inLast, momentOf } from './dates';
import { peopleBySql } from './known-sql';
import { everyone, hereOf, keyOfRow, nameOf, type People } from './people';
import { keyOf } from './related';
import { type Row, reach, type Value, type World } from './rows';
import { type Here, selects } from './rule';

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
  const key = (person: Row) => keyOf(world, profile.entity, person);
  return reached.rows.some((person) => rows.some((row) => table.profile.every((name, i) => row[name] === key(person)[i])));
}

const text = (value: Value) => String(value ?? '').trim();
const isOneOf = (status: Value, list: readonly string[]) => list.includes(text(status).toLowerCase());
