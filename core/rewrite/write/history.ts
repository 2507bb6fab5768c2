import { unreachable } from '../../base/never';
import type { Rule } from '../../model/rule';
import type { HistoryTable, ProfileSettings } from '../../model/workspace';
import { nowName } from '../../segment/as-of';
import { type BondSide, bondsOf } from '../../segment/bonds';
import { findAttribute, findEntity } from '../../segment/population';
import { andOf, callOf, castOf, columnOf, compared, notOf, numberOf, type Term, textOf, truthOf, variableOf } from '../tree/term';
import { periodCondition } from './dates';
import { notTrue } from './negate';
import { type Rows, rowsOf } from './rows';

type HistoryRule = Extract<Rule, { kind: 'history' }>;

/** What the history says of the person at hand. The rule has no path; that is written as a related row. */
export function historyCondition(rule: HistoryRule, people: Rows): Term {
  const { model, profile } = people.writing;
  const table = profile?.history;
  const entity = table && findEntity(model, table.entity);
  if (!table || !entity) throw new Error('the workspace has no history');
  const log = rowsOf(people.writing, entity, people.taken);
  const where = andOf([...tiesOf(profile, people, log), ...logConditions(rule, table, log)]);
  const happened: Term = { kind: 'exists', query: { kind: 'select', columns: [{ is: numberOf(1) }], from: log.from, where } };
  return rule.happened ? happened : notOf(happened);
}

/** What rows of the history have in common with the person they are about. */
export function tiesOf(settings: ProfileSettings, people: Pick<Rows, 'entity' | 'alias'>, log: Pick<Rows, 'entity' | 'alias'>): Term[] {
  const bonds = bondsOf(settings, people.entity, log.entity, settings.history?.profile ?? []) ?? [];
  return bonds.map((b) => compared(valueOf(b.row, log.alias), '=', valueOf(b.profile, people.alias)));
}

/** As `bondValue` has it. */
function valueOf({ attribute, type, made }: BondSide, alias: string): Term {
  const value = columnOf(alias, attribute);
  const asText = type === 'text' ? value : castOf(value, 'VARCHAR');
  switch (made) {
    case 'as-is':
      return value;
    case 'email':
      return callOf('nullif', callOf('lower', callOf('trim', asText)), textOf(''));
    case 'id':
      return callOf('nullif', asText, textOf(''));
    default:
      return unreachable(made);
  }
}

/** What is asked of rows of the history, in this order. */
export function logConditions(rule: Omit<HistoryRule, 'kind' | 'happened' | 'path'>, table: HistoryTable, log: Rows): Term[] {
  const at = { is: columnOf(log.alias, table.at), type: findAttribute(log.entity, table.at)?.type ?? 'timestamp' };
  const when = rule.within
    ? periodCondition(at, 'in-last', rule.within.count, rule.within.unit)
    : compared(at.is, '<', variableOf(nowName));
  const says = (name: string | undefined, wanted: string | undefined, lower: boolean) => {
    if (wanted === undefined || name === undefined) return [];
    const value = trimmed(log, name);
    return [compared(lower ? callOf('lower', value) : value, '=', textOf(wanted))];
  };
  return [
    when,
    ...went(rule.event, table, log),
    ...says(table.channel, rule.channel, true),
    ...says(table.campaign, rule.campaign, false),
    ...says(table.message, rule.message, false),
  ];
}

/** What never went out was not sent; and was not answered, whatever it says. */
function went(event: HistoryRule['event'], table: HistoryTable, log: Rows): Term[] {
  if (table.status === undefined) return [];
  const status = callOf('lower', trimmed(log, table.status));
  const oneOf = (list: readonly string[]): Term =>
    list.length === 0 ? truthOf(false) : { kind: 'in', inner: status, list: list.map((s) => textOf(s.trim().toLowerCase())) };
  const sent = table.unsent.length > 0 ? [notTrue(oneOf(table.unsent))] : [];
  return event === 'sent' ? sent : [...sent, oneOf(table.responded)];
}

function trimmed(log: Rows, name: string): Term {
  const value = columnOf(log.alias, name);
  return callOf('trim', findAttribute(log.entity, name)?.type === 'text' ? value : castOf(value, 'VARCHAR'));
}
