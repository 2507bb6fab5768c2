import type { Place } from '../../base/problems';
import type { Condition } from '../../model/activity';
import type { Cell } from '../../model/value';
import type { Reason } from '../../model/why';
import type { Binding } from '../../segment/variables';
import type { Expression } from '../../sql/query';
import { anew } from '../asked';
import { conditionOf, sidesOf } from '../condition';
import type { Lowering } from '../lowering';
import type { Ask } from './ask';
import type { Why } from './tracing';

/** The conditions of every branch with the values they compare, up to the branch that holds. */
export const whyTest: Why<'test'> = async (activity, { lowering, row }) => {
  const fresh: Lowering = { ...lowering, compilation: anew(lowering.compilation) };
  const reasons: Reason[] = [];
  for (const [i, branch] of activity.branches.entries()) {
    const conditions = [];
    for (const [k, condition] of branch.all.entries())
      conditions.push(await judged(condition, fresh, [...lowering.place, 'branches', i, 'all', k], row.ask));
    reasons.push({ kind: 'branch', output: branch.id, conditions });
    if (conditions.every((c) => c.holds)) break;
  }
  return reasons;
};

async function judged(condition: Condition, lowering: Lowering, place: Place, ask: Ask) {
  const sides = sidesOf(condition, lowering, place);
  const when = conditionOf(condition, lowering, place);
  return {
    left: await valueOf(sides?.left, ask),
    op: condition.op,
    right: await valueOf(sides?.right, ask),
    holds: typeof when === 'object' ? (await askOne(when, ask)) === true : when === true,
  };
}

async function valueOf(side: Binding | undefined, ask: Ask): Promise<Cell> {
  if (!side) return null;
  const { plain, is } = side;
  if (plain === undefined) return is ? askOne(is, ask) : null;
  return typeof plain === 'object' ? [...plain] : plain;
}

async function askOne(is: Expression, ask: Ask): Promise<Cell> {
  const [found] = await ask({ kind: 'row', columns: [{ name: 'value', is }] });
  return found?.value ?? null;
}
