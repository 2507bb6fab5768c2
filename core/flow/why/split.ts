import type { ActivityOf, Subset } from '../../model/activity';
import type { Rank, Reason } from '../../model/why';
import { percentOf } from '../../segment/percent';
import { isAmong, type Population } from '../../segment/population';
import { compileRule } from '../../segment/rule';
import { and, column, or } from '../../sql/expression';
import type { Expression, Output, Select } from '../../sql/query';
import { queue } from '../activities/split';
import { anew, rulesOf } from '../asked';
import { inputScope, type Lowering } from '../lowering';
import { explainRule } from './explain-rule';
import { ranked, standing } from './standing';
import type { Tracing, Why } from './tracing';

type Split = ActivityOf<'split'>;

/** The rule of each subset and the place before its limit, up to the subset that took the row. */
export const whySplit: Why<'split'> = async (activity, tracing) => {
  const { lowering, row, on } = tracing;
  const [input] = lowering.inputs;
  if (!input) return [];
  const asked = rulesOf(activity, lowering.inputs, anew(lowering.compilation));
  const reasons: Reason[] = [];
  for (const [i, subset] of activity.subsets.entries()) {
    const own = asked.find((a) => a.place[3] === i);
    const rule = own && (await explainRule(own, row));
    if (rule) reasons.push({ kind: 'rule', output: subset.id, rule });
    const meets = subset.rule === undefined || rule?.result === true;
    const rank = meets && (subset.limit || subset.skip) ? await rankIn(activity, i, input, tracing) : undefined;
    if (rank) reasons.push({ kind: 'rank', output: subset.id, ...rank });
    if (on.includes(subset.id) && !activity.overlap) break;
  }
  return reasons;
};

async function rankIn(activity: Split, index: number, input: Population, { lowering, outputs, row }: Tracing): Promise<Rank | undefined> {
  const subset = activity.subsets[index];
  const fresh: Lowering = { ...lowering, compilation: anew(lowering.compilation) };
  const scope = inputScope(fresh, input);
  const place = [...lowering.place, 'subsets', index];
  const where = subset?.rule && scope ? compileRule(subset.rule, scope, [...place, 'rule']) : and([]);
  const order = subset && scope && queue(activity, subset, fresh, scope, place);
  if (!subset || !scope || !where || !order) return undefined;
  const earlier = activity.overlap ? [] : activity.subsets.slice(0, index).flatMap((s) => outputs[s.id] ?? []);
  const left: Expression =
    earlier.length === 0 ? and([]) : { kind: 'not', inner: or(earlier.map((taken) => isAmong(taken.table, input.key, 'input'))) };
  const rows = { from: { relation: input.table, alias: 'input' }, joins: scope.joins, where: and([where, left]) };
  const found = await standing(ranked(rows, 'input', input.key, order), row);
  const skip = subset.skip ?? 0;
  const most = await mostOf(subset, input, left, row.ask);
  return { rank: found.place, of: found.of, from: skip + 1, to: most === undefined ? null : skip + most };
}

/** How many rows a subset takes at most. */
async function mostOf({ limit }: Subset, input: Population, left: Expression, ask: Tracing['row']['ask']): Promise<number | undefined> {
  if (!limit || limit.kind === 'count') return limit?.count;
  const n: Output = { name: 'n', is: { kind: 'aggregate', function: 'count', args: [] } };
  const from = { relation: input.table, alias: 'input' };
  const total: Select = { kind: 'select', columns: [n], from, ...(limit.of === 'left' ? { where: left } : {}) };
  const most: Output = { name: 'most', is: percentOf(column('counted', 'n'), limit.percent) };
  const [found] = await ask({ kind: 'select', columns: [most], from: { relation: total, alias: 'counted' } });
  return Number(found?.most);
}
