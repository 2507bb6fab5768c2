import { unreachable } from '../base/never';
import type { Moment, Rule, Test } from '../model/rule';
import type { Argument } from '../model/value';

/** A rule in short, in the words of the document; what is inside it is left out. */
export function ruleText(rule: Rule): string {
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'not':
      return rule.kind;
    case 'attribute':
      return `${walked(rule.path, rule.attribute)} ${testText(rule.test)}`;
    case 'related':
      return `${rule.quantifier} ${walked(rule.path)}`;
    case 'aggregate':
      return `${rule.function} ${walked(rule.path, rule.attribute)} ${testText(rule.test)}`;
    case 'ordered':
      return `${rule.position} ${walked(rule.path)} by ${rule.by}`;
    case 'top': {
      const order = rule.order.map((o) => `${o.attribute} ${o.direction}`).join(', ');
      return `top ${rule.count} by ${order}${rule.per ? ` per ${walked(rule.per.path, rule.per.attribute)}` : ''}`;
    }
    case 'audience':
      return `${rule.path?.length ? `${walked(rule.path)} ` : ''}${rule.member ? 'in' : 'not in'} audience ${rule.audience}`;
    case 'history':
      return historyText(rule);
    case 'filter':
      return `filter ${rule.filter}${argumentsText(rule.arguments)}`;
    case 'sql':
      return rule.sql.replaceAll(/\s+/g, ' ').trim();
    default:
      return unreachable(rule);
  }
}

const walked = (path: readonly string[] = [], attribute?: string) => [...path, ...(attribute === undefined ? [] : [attribute])].join(' › ');

function testText({ op, ...operands }: Test): string {
  return [op, ...Object.entries(operands).flatMap(([name, value]) => named(name, value))].join(' ');
}

function named(name: string, value: Operand): string[] {
  if (name === 'unit') return [String(value)];
  return typeof value === 'boolean' && name !== 'value' ? flag(name, value) : [operand(value)];
}

const flag = (name: string, on: boolean) => (on ? [name === 'excludeEmpty' ? 'and not empty' : name] : []);

type Operand = Argument | Moment | Extract<Test, { op: 'one-of' }>['values'] | undefined;

function operand(value: Operand): string {
  if (typeof value !== 'object') return typeof value === 'string' ? JSON.stringify(value) : String(value);
  if (Array.isArray(value)) return `(${value.map(operand).join(', ')})`;
  if ('variable' in value) return `$${value.variable}`;
  if (!('kind' in value)) return JSON.stringify(value);
  return value.kind === 'day' ? operand(value.day) : `as-of ${value.offset} ${value.unit}`;
}

function historyText(rule: Extract<Rule, { kind: 'history' }>): string {
  const { event, happened, path, campaign, message, channel, within } = rule;
  const details = [
    ...(path?.length ? [walked(path)] : []),
    ...(campaign === undefined ? [] : [`campaign ${campaign}`]),
    ...(message === undefined ? [] : [`message ${message}`]),
    ...(channel === undefined ? [] : [`channel ${channel}`]),
    ...(within ? [`in-last ${within.count} ${within.unit}`] : []),
  ];
  return [happened ? event : `not ${event}`, ...details].join(' ');
}

function argumentsText(given: Readonly<Record<string, Argument>>): string {
  const said = Object.entries(given).map(([name, value]) => `${name} ${operand(value)}`);
  return said.length > 0 ? ` with ${said.join(', ')}` : '';
}
