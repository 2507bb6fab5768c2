import type { ActivityOf } from '../../model/activity';
import { conditionOf } from '../condition';
import { type ActivityKind, type Lowering, passWhen } from '../lowering';
import { allOf, not, type When } from '../when';

/** Hands everyone to the first branch whose conditions all hold; to `default`, where there is one, when none does. */
export const test: ActivityKind<'test'> = {
  type: 'test',
  inputs: { min: 1, max: 1 },
  outputs: (activity) => [...activity.branches.map((b) => b.id), ...(activity.default ? ['default'] : [])],
  lower(activity, lowering) {
    const [input] = lowering.inputs;
    const outputs = input && decided(activity, lowering);
    if (!input || !outputs) return undefined;
    for (const { output, when } of outputs) lowering.decide(output, when);
    const asked = outputs.filter(({ output }) => output !== 'complement' || activity.complement);
    return Object.fromEntries(asked.map(({ output, when }) => [output, passWhen(lowering, output, input, when)]));
  },
};

/** When each output gets everyone: always exactly one of them does. With a default, nobody is left for the complement. */
function decided(activity: ActivityOf<'test'>, lowering: Lowering): { output: string; when: When }[] | undefined {
  const parts = activity.branches.map((branch, i) =>
    branch.all.map((condition, k) => conditionOf(condition, lowering, [...lowering.place, 'branches', i, 'all', k])),
  );
  const holding = parts.map((all) => {
    const good = all.filter((when): when is When => when !== undefined);
    return good.length < all.length ? undefined : allOf(good);
  });
  const good = holding.filter((when): when is When => when !== undefined);
  if (good.length < holding.length) return undefined;
  const none = allOf(good.map(not));
  return [
    ...activity.branches.map(({ id }, i) => ({ output: id, when: allOf([...good.slice(0, i).map(not), good[i] ?? false]) })),
    ...(activity.default ? [{ output: 'default', when: none }] : []),
    { output: 'complement', when: activity.default ? false : none },
  ];
}
