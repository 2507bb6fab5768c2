import { unreachable } from '../../core/base/never';
import type { Campaign } from '../../core/model/campaign';
import type { Cell } from '../../core/model/value';
import type { ActivityState, ExplainedRule, Others, Rank, Reason, TracedActivity, TracedRow, WhyReport } from '../../core/model/why';
import { exclusionWords, labelOf } from './counts';
import { cellText, count, plain } from './output';

const marks: Record<ActivityState, string> = { passed: '✓', dropped: '✗', absent: '·', elsewhere: ' ', 'not-run': '–' };

/** What became of a row, and of the rows it led to. Activities that only work on other rows are left out. */
export function whyText(campaign: Campaign, { asOf, rows }: Omit<WhyReport, 'problems'>): string {
  return rows.map((row, i) => [heading(row, i === 0 ? `, as of ${asOf}` : ''), '', ...activitiesOf(campaign, row)].join('\n')).join('\n\n');
}

function heading({ entity, key, from }: TracedRow, more: string): string {
  return `${plain(entity)} ${keyText(key)}${from ? `, reached by ${from.activity} from ${keyText(from.key)}` : more}`;
}

const keyText = (key: Readonly<Record<string, Cell>>) =>
  Object.entries(key)
    .map(([name, value]) => `${plain(name)} ${cellText(value)}`)
    .join(', ');

function activitiesOf(campaign: Campaign, { activities }: TracedRow): string[] {
  return activities.filter((a) => a.state !== 'elsewhere').flatMap((a) => activityLines(campaign, a));
}

function activityLines(campaign: Campaign, traced: TracedActivity): string[] {
  const { activity, state, outputs, reasons, added } = traced;
  const became: Record<ActivityState, string> = {
    passed: outputs.length > 0 ? `→ ${outputs.join(', ')}` : '→ passed on',
    dropped: outputs.length > 0 ? `→ ${outputs.join(', ')}` : 'not passed on',
    absent: 'did not arrive',
    elsewhere: '',
    'not-run': 'does not run',
  };
  const label = labelOf(campaign, activity);
  return [
    `${marks[state]} ${label}${label === activity ? '' : ` (${activity})`} ${became[state]}`,
    ...indent(reasons.flatMap(reasonLines)),
    ...(Object.keys(added).length > 0 ? indent([`with ${keyText(added)}`]) : []),
  ];
}

const indent = (lines: readonly string[]) => lines.map((line) => `    ${line}`);
const of = (output: string | undefined) => (output === undefined ? '' : `${output}: `);

function reasonLines(reason: Reason): string[] {
  switch (reason.kind) {
    case 'rule': {
      const [first = '', ...rest] = ruleLines(reason.rule);
      return [of(reason.output) + first, ...rest];
    }
    case 'rank':
      return [`${of(reason.output)}${rankText(reason)}`];
    case 'group': {
      const same = `${keyText(reason.fields)}: row ${count(reason.rank)} of ${count(reason.size)}, ${keepText(reason.keep)}`;
      return [same, ...(reason.size > 1 ? reason.first.map((key, i) => `  ${i + 1}. ${keyText(key)}`) : [])];
    }
    case 'inputs':
      return [`${reason.operation}: in ${inputsText(reason.has)}, of ${reason.of}`];
    case 'reaches':
      return [`leads to ${othersText(reason.rows)}`];
    case 'reached-from':
      return [`reached from ${othersText(reason.rows)}`];
    case 'member':
      return [`${reason.member ? 'a' : 'no'} member of ${plain(reason.audience)}, as taken at ${reason.takenAt}`];
    case 'memory':
      return [memoryText(reason)];
    case 'branch':
      return reason.conditions.map((c) => `${reason.output}: ${cellText(c.left)} ${c.op} ${cellText(c.right)}: ${truth(c.holds)}`);
    case 'written':
      return ['decided by its SQL'];
    case 'message': {
      const times = reason.rows === 1 ? '' : ` (${count(reason.rows)} messages)`;
      return [(reason.reason === null ? 'goes out' : exclusionWords(reason.reason, reason.detail)) + times];
    }
    default:
      return unreachable(reason);
  }
}

const inputsText = (has: readonly number[]) => (has.length === 0 ? 'no input' : `input ${has.map((i) => i + 1).join(', ')}`);

const keepText = (keep: number) => (keep === 0 ? 'all are kept' : `${count(keep)} ${keep === 1 ? 'is' : 'are'} kept`);

function memoryText({ by, lastRun, value }: Extract<Reason, { kind: 'memory' }>): string {
  if (by === 'key') return value === null ? 'never passed on before' : `passed on before, at ${cellText(value)} UTC`;
  return `${value === null ? 'no moment' : cellText(value)}; ${lastRun === null ? 'there was no run before' : `the last run was at ${lastRun}`}`;
}

function othersText({ entity, count: n, first }: Others): string {
  if (n === 0) return `no row of ${plain(entity)}`;
  return `${count(n)} ${plain(entity)}: ${first.map(keyText).join('; ')}${n > first.length ? '; …' : ''}`;
}

function rankText({ rank, of: n, from, to, every }: Rank): string {
  const place = rank === null ? `not among ${count(n)}` : `place ${count(rank)} of ${count(n)}`;
  const taken = to === null ? `from ${count(from)} on` : `${count(from)} to ${count(to)}`;
  return `${place}; ${every === undefined ? '' : `every ${count(every)}. `}${taken} taken`;
}

const truth = (value: boolean | null) => (value === null ? 'NULL' : value ? 'TRUE' : 'FALSE');

function ruleLines(rule: ExplainedRule): string[] {
  const value = rule.value === undefined ? '' : `  [${rule.value === null ? 'empty' : cellText(rule.value)}]`;
  const rank = rule.rank ? `  [${rankText(rule.rank)}]` : '';
  const rows = rule.rows ? [`${count(rule.rows.holding)} of ${count(rule.rows.reached)} ${plain(rule.rows.entity)}`] : [];
  const shown = rule.rows?.first.flatMap(({ key, holds, values, rule: inner }) => [
    `  ${keyText(key)}${values ? ` (${keyText(values)})` : ''}: ${truth(holds)}`,
    ...(inner ? ruleLines(inner).map((line) => `    ${line}`) : []),
  ]);
  const inside = [...(rule.parts ?? []).flatMap(ruleLines), ...rows, ...(shown ?? [])];
  return [`${truth(rule.result)}  ${plain(rule.asks)}${value}${rank}`, ...inside.map((line) => `  ${line}`)];
}
