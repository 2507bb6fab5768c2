import type { Place } from '../base/problems';
import type { Rule } from '../model/rule';
import type { HistoryTable } from '../model/workspace';
import { and, call, compare, isNotTrue, text, truth } from '../sql/expression';
import type { Expression } from '../sql/query';
import { bondsOf, bondValue } from './bonds';
import { isJoined, someReached } from './joined';
import { periodTest } from './operators/dates';
import { entityTable, findEntity } from './population';
import { reach } from './reach';
import { entityScope, type Found, lookUp, report, type Scope } from './scope';

type HistoryRule = Extract<Rule, { kind: 'history' }>;

/** The profile at hand, or one that the path reaches, was sent something or answered it before as-of; or was not. */
export function historyTest(rule: HistoryRule, scope: Scope, place: Place): Expression | undefined {
  const { profile } = scope.compilation;
  if (!profile?.history) return report(scope, 'rule-no-history', place);
  const reached = rule.path?.length ? reach(scope, rule.path, place) : undefined;
  if (rule.path?.length && !reached) return undefined;
  const people = reached?.scope ?? scope;
  if (people.entity.name !== profile.entity)
    return report(scope, 'rule-other-entity', place, { found: people.entity.name, needed: profile.entity });

  const log = logOf(rule, profile.history, people, place);
  if (!log) return undefined;
  const happened = reached
    ? someReached(scope, reached, log.where, [{ type: 'inner', source: log.from, on: log.on }])
    : isJoined(scope, { kind: 'select', distinct: true, columns: log.keys, from: log.from, where: log.where }, log.ties);
  return rule.happened ? happened : isNotTrue(happened);
}

/** Rows of the history that the rule asks about, and how they belong to people. */
export function logOf(rule: HistoryRule, table: HistoryTable, people: Scope, place: Place) {
  const { compilation, entity: profile } = people;
  const entity = findEntity(compilation.model, table.entity);
  if (!entity) {
    const known = compilation.model.entities.map((e) => e.name).join(', ');
    return report(compilation, 'flow-unknown-entity', place, { entity: table.entity, known });
  }
  const bonds = compilation.profile && bondsOf(compilation.profile, profile, entity, table.profile);
  if (!bonds) return report(compilation, 'rule-history-key', place, { entity: table.entity, profile: profile.name });
  const rows = entityScope(compilation, entity);
  const found = [
    ...bonds.map((b) => lookUp(rows, [], b.row.attribute, place)),
    ...bonds.map((b) => lookUp(people, [], b.profile.attribute, place)),
  ];
  const keys = bonds.map(({ row }, i) => ({ name: `key_${i + 1}`, is: bondValue(row, rows.alias) }));
  const ties = bonds.map((b, i) => ({ name: `key_${i + 1}`, outer: bondValue(b.profile, people.alias) }));
  const asked = [
    since(rule, table, rows, place),
    went(rule, table, rows, place),
    rule.channel === undefined ? and([]) : says('channel', rule.channel, table, rows, place),
    rule.campaign === undefined ? and([]) : says('campaign', rule.campaign, table, rows, place),
    rule.message === undefined ? and([]) : says('message', rule.message, table, rows, place),
  ];
  const where = asked.filter((e): e is Expression => e !== undefined);
  if (found.includes(undefined) || where.length < asked.length) return undefined;
  return {
    keys,
    ties,
    from: { relation: entityTable(entity.name), alias: rows.alias },
    where: and(where),
    on: and(bonds.map((b) => compare('=', bondValue(b.row, rows.alias), bondValue(b.profile, people.alias)))),
  };
}

function since(rule: HistoryRule, table: HistoryTable, rows: Scope, place: Place): Expression | undefined {
  const at = lookUp(rows, [], table.at, place);
  if (!at) return undefined;
  const { type } = at.column;
  if (type !== 'date' && type !== 'timestamp') return report(rows, 'rule-wrong-type', place, { attribute: table.at, type, op: 'history' });
  if (!rule.within) return compare('<', at.is, { kind: 'literal', type: 'timestamp', value: rows.compilation.asOf.now });
  return periodTest({ is: at.is, type, scale: 0, attribute: table.at, scope: rows, place }, 'in-last', rule.within.count, rule.within.unit);
}

/** What never went out was not sent; and was not answered, whatever it says. */
function went(rule: HistoryRule, table: HistoryTable, rows: Scope, place: Place): Expression | undefined {
  if (table.status === undefined) return rule.event === 'sent' ? and([]) : unmapped('status', table, rows, place);
  const status = lookUp(rows, [], table.status, place);
  if (!status) return undefined;
  const sent = isNotTrue(isOneOf(status, table.unsent));
  return rule.event === 'sent' ? sent : and([sent, isOneOf(status, table.responded)]);
}

function isOneOf(status: Found, list: readonly string[]): Expression {
  if (list.length === 0) return truth(false);
  return { kind: 'in', inner: call('lower', plain(status)), list: list.map((s) => text(s.trim().toLowerCase())) };
}

function says(what: 'channel' | 'campaign' | 'message', wanted: string, table: HistoryTable, rows: Scope, place: Place) {
  const name = table[what];
  if (name === undefined) return unmapped(what, table, rows, place);
  const found = lookUp(rows, [], name, place);
  return found && compare('=', what === 'channel' ? call('lower', plain(found)) : plain(found), text(wanted));
}

function plain({ is, column: { type } }: Found): Expression {
  return call('trim', type === 'text' ? is : { kind: 'cast', inner: is, type: 'text' });
}

function unmapped(what: string, table: HistoryTable, rows: Scope, place: Place): undefined {
  return report(rows, 'rule-history-unmapped', place, { what, entity: table.entity });
}
