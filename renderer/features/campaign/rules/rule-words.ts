import { unreachable } from '../../../../core/base/never';
import type { Order } from '../../../../core/model/message';
import type { Rule, Test } from '../../../../core/model/rule';
import type { Argument } from '../../../../core/model/value';
import type { Speaker } from '../speaker';
import { momentParts } from './moments';
import { isNegated } from './operators';

/** A value as it is written, or the variable that stands for it; what is not written yet is left open. */
export function valueWords(value: Argument, { t }: Pick<Speaker, 't'>): string {
  if (typeof value === 'boolean') return value ? t.common.yes : t.common.no;
  if (Array.isArray(value)) return value.join(', ') || t.common.unknown;
  return typeof value === 'object' ? `$${value.variable}` : String(value) || t.common.unknown;
}

export function orderWords(order: Order, { t }: Pick<Speaker, 't'>): string {
  return order
    .map(({ attribute, direction }) => (direction === 'descending' ? t.says.largest(attribute) : t.says.smallest(attribute)))
    .join('; ');
}

function momentWords({ moment }: Extract<Test, { moment: unknown }>, speaker: Speaker): string {
  const { ruleSays, says } = speaker.t;
  if (moment.kind === 'day') return typeof moment.day === 'string' ? speaker.f.day(moment.day) : valueWords(moment.day, speaker);
  const span = says.spans[moment.unit](String(Math.abs(moment.offset)));
  if (moment.offset === 0) return ruleSays.today;
  return moment.offset < 0 ? ruleSays.ago(span) : ruleSays.ahead(span);
}

/** One end of a span, a moment as people say it. */
function endWords(value: Argument, speaker: Speaker): string {
  const moment = typeof value === 'string' ? momentParts(value) : undefined;
  if (!moment) return valueWords(value, speaker);
  return [speaker.f.day(moment.day), moment.time ?? []].flat().join(', ');
}

function asked(test: Test, speaker: Speaker): string {
  const { t } = speaker;
  const says = t.rules.operators[test.op];
  const value = (v: Argument) => valueWords(v, speaker);
  if ('moment' in test) return `${says} ${momentWords(test, speaker)}`;
  if ('unit' in test) return `${says} ${t.says.spans[test.unit](value(test.count))}`;
  if ('values' in test) return `${says} ${test.values.map(value).join(', ') || t.common.unknown}`;
  if (test.op === 'between') return `${says} ${endWords(test.from, speaker)} ${t.rules.and} ${endWords(test.to, speaker)}`;
  if (test.op === 'anniversary') return `${says} ${t.ruleSays.in(test.from, test.to)}`;
  return 'value' in test ? `${says} ${value(test.value)}` : says;
}

/** What is asked of a value, and whether a value that is missing passes. */
export function testWords(test: Test, speaker: Speaker): string {
  const { ruleSays } = speaker.t;
  const exact = 'exact' in test && test.exact ? ruleSays.exactly : '';
  const empties = isNegated(test) && !test.excludeEmpty ? ruleSays.emptyToo : '';
  return `${asked(test, speaker)}${exact}${empties}`;
}

const dotted = (path: readonly string[] | undefined, attribute?: string) =>
  [...(path ?? []), ...(attribute === undefined ? [] : [attribute])].join('.');

/** A rule in one line. `full`: every part of it, however many there are. */
export function ruleWords(rule: Rule, speaker: Speaker, full = false): string {
  const { t, name } = speaker;
  const says = t.ruleSays;
  const inner = (part: Rule) => ruleWords(part, speaker, full);
  const such = (part: Rule | undefined) => (part === undefined || asksNothing(part) ? '' : ` (${inner(part)})`);
  switch (rule.kind) {
    case 'all':
    case 'any': {
      if (rule.rules.length === 0) return rule.kind === 'all' ? says.everyone : says.nobody;
      if (rule.rules.length > 3 && !full) return says.more(rule.rules.length);
      return rule.rules.map((part) => bracketed(part, rule.kind, inner)).join(rule.kind === 'all' ? says.and : says.or);
    }
    case 'not':
      return `${says.not} (${inner(rule.rule)})${failsMissing(rule.rule) ? says.missingToo : ''}`;
    case 'attribute':
      return `${dotted(rule.path, rule.attribute)} ${testWords(rule.test, speaker)}`;
    case 'related':
      return `${says.has[rule.quantifier]} ${dotted(rule.path)}${such(rule.where)}`;
    case 'aggregate': {
      const of = `${t.rules.functions[rule.function]} ${dotted(rule.path, rule.attribute)}`;
      return `${of}${such(rule.where)} ${testWords(rule.test, speaker)}`;
    }
    case 'ordered': {
      const row = says.ordered[rule.position](dotted(rule.path), rule.by);
      const among = rule.among && !asksNothing(rule.among) ? ` (${says.among(inner(rule.among))})` : '';
      return says.hasOrdered(`${row}${among}`, such(rule.where));
    }
    case 'top': {
      const per = rule.per ? says.per(dotted(rule.per.path, rule.per.attribute)) : '';
      const among = rule.among && !asksNothing(rule.among) ? ` (${says.among(inner(rule.among))})` : '';
      return `${says.top(rule.count, per, orderWords(rule.order, speaker))}${among}`;
    }
    case 'audience': {
      const member = (rule.member ? says.member : says.notMember)(name('audience', rule.audience));
      return rule.path?.length ? says.pathMember(dotted(rule.path), member) : member;
    }
    case 'history':
      return historyWords(rule, speaker);
    case 'filter': {
      const given = Object.entries(rule.arguments).map(([parameter, value]) => `${parameter}: ${valueWords(value, speaker)}`);
      return `${says.filter(name('filter', rule.filter))}${given.length > 0 ? ` (${given.join('; ')})` : ''}`;
    }
    case 'sql':
      return says.sql(rule.sql.replace(/\s+/g, ' '));
    default:
      return unreachable(rule);
  }
}

/** A rule that every row fulfils as long as nothing is added to it. */
export function asksNothing(rule: Rule): boolean {
  return rule.kind === 'all' && rule.rules.length === 0;
}

/** A group inside a group of the other kind needs brackets to be read right. */
function bracketed(part: Rule, around: 'all' | 'any', inner: (part: Rule) => string): string {
  const mixed = (part.kind === 'all' || part.kind === 'any') && part.kind !== around && part.rules.length > 1;
  return mixed ? `(${inner(part)})` : inner(part);
}

function historyWords(rule: Extract<Rule, { kind: 'history' }>, { t }: Speaker): string {
  const says = t.ruleSays;
  return [
    says.events[rule.event][rule.happened ? 'yes' : 'no'],
    rule.channel ? says.by(t.parts.channels[rule.channel]) : '',
    rule.message ? says.ofMessage(rule.message) : '',
    rule.campaign ? says.ofCampaign(rule.campaign) : '',
    rule.within ? says.inLast(t.says.spans[rule.within.unit](String(rule.within.count))) : '',
  ].join('');
}

/** Whether a row may fail a rule for want of a value, so that it is among those that fulfil none of it. */
export function failsMissing(rule: Rule): boolean {
  switch (rule.kind) {
    case 'all':
    case 'any':
      return rule.rules.some(failsMissing);
    case 'not':
      return passesMissing(rule.rule);
    case 'attribute':
    case 'aggregate':
      return rule.test.op !== 'empty' && rule.test.op !== 'not-empty' && !passesMissing(rule);
    default:
      return false;
  }
}

function passesMissing(rule: Rule): boolean {
  switch (rule.kind) {
    case 'all':
    case 'any':
      return rule.rules.some(passesMissing);
    case 'not':
      return failsMissing(rule.rule);
    case 'attribute':
    case 'aggregate':
      return isNegated(rule.test) && !rule.test.excludeEmpty;
    default:
      return false;
  }
}
