import { oneOrMany, plural } from '../../../core/base/plural';
import type { Rule } from '../../../core/model/rule';

type Quantifier = Extract<Rule, { kind: 'related' }>['quantifier'];
type Position = Extract<Rule, { kind: 'ordered' }>['position'];
type Event = Extract<Rule, { kind: 'history' }>['event'];

const eventsEn: Record<Event, { yes: string; no: string }> = {
  sent: { yes: 'was sent a message', no: 'was not sent a message' },
  responded: { yes: 'answered a message', no: 'did not answer a message' },
};
const eventsEs: typeof eventsEn = {
  sent: { yes: 'recibió un mensaje', no: 'no recibió un mensaje' },
  responded: { yes: 'respondió a un mensaje', no: 'no respondió a un mensaje' },
};
const hasEn: Record<Quantifier, string> = { some: 'has', none: 'has no', every: 'only has' };
const hasEs: typeof hasEn = { some: 'tiene', none: 'no tiene', every: 'solo tiene' };
const orderedEn: Record<Position, (path: string, by: string) => string> = {
  first: (path, by) => `the first of ${path} by ${by}`,
  last: (path, by) => `the last of ${path} by ${by}`,
};
const orderedEs: typeof orderedEn = {
  first: (path, by) => `el primero de ${path} por ${by}`,
  last: (path, by) => `el último de ${path} por ${by}`,
};

/** A rule in words. */
export const ruleSaysEn = {
  everyone: 'everyone',
  nobody: 'nobody',
  and: ' and ',
  or: ' or ',
  not: 'not',
  has: hasEn,
  more: (n: number) => plural(n, 'condition', 'conditions'),
  ago: (span: string) => `${span} before the run`,
  ahead: (span: string) => `${span} after the run`,
  today: 'the day of the run',
  in: (from: number, to: number) => `in ${from}–${to} days`,
  emptyToo: ' (or has no value)',
  missingToo: ', also where there is no value',
  exactly: ' (exactly)',
  ordered: orderedEn,
  among: (rule: string) => `among ${rule}`,
  hasOrdered: (row: string, rule: string) => (rule ? `${row} fulfils${rule}` : `has ${row}`),
  top: (count: number, per: string, order: string) =>
    `${oneOrMany(count, 'is the first', `is among the first ${count}`)}${per} by ${order}`,
  per: (attribute: string) => ` in each ${attribute}`,
  member: (audience: string) => `is in ${audience}`,
  notMember: (audience: string) => `is not in ${audience}`,
  pathMember: (path: string, says: string) => `${path} ${says}`,
  events: eventsEn,
  by: (channel: string) => ` by ${channel}`,
  ofCampaign: (campaign: string) => ` of campaign ${campaign}`,
  ofMessage: (message: string) => ` called ${message}`,
  inLast: (span: string) => ` in the last ${span}`,
  filter: (name: string) => `“${name}”`,
  sql: (sql: string) => `SQL: ${sql}`,
};

export const ruleSaysEs: typeof ruleSaysEn = {
  everyone: 'todos',
  nobody: 'nadie',
  and: ' y ',
  or: ' o ',
  not: 'no',
  has: hasEs,
  more: (n) => plural(n, 'condición', 'condiciones'),
  ago: (span) => `${span} antes de la ejecución`,
  ahead: (span) => `${span} después de la ejecución`,
  today: 'el día de la ejecución',
  in: (from, to) => `en ${from}–${to} días`,
  emptyToo: ' (o no tiene valor)',
  missingToo: ', también donde no hay valor',
  exactly: ' (exacto)',
  ordered: orderedEs,
  among: (rule) => `entre ${rule}`,
  hasOrdered: (row, rule) => (rule ? `${row} cumple${rule}` : `tiene ${row}`),
  top: (count, per, order) => `${oneOrMany(count, 'es el primero', `está entre los ${count} primeros`)}${per} por ${order}`,
  per: (attribute) => ` en cada ${attribute}`,
  member: (audience) => `está en ${audience}`,
  notMember: (audience) => `no está en ${audience}`,
  pathMember: (path, says) => `${path} ${says}`,
  events: eventsEs,
  by: (channel) => ` por ${channel}`,
  ofCampaign: (campaign) => ` de la campaña ${campaign}`,
  ofMessage: (message) => ` llamado ${message}`,
  inLast: (span) => ` en los últimos ${span}`,
  filter: (name) => `«${name}»`,
  sql: (sql) => `SQL: ${sql}`,
};
