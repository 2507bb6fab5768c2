import type { ActivityKind } from '../lowering';

/** Hands the population that arrives to every branch. */
export const fork: ActivityKind<'fork'> = {
  type: 'fork',
  inputs: { min: 1, max: 1 },
  passesAll: true,
  outputs: (activity) => activity.branches.map((b) => b.id),
  lower(activity, { inputs: [input] }) {
    return input && Object.fromEntries(activity.branches.map((b) => [b.id, input]));
  },
};
