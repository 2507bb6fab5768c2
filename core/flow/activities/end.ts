import type { ActivityKind } from '../lowering';

/** Closes a branch. */
export const end: ActivityKind<'end'> = {
  type: 'end',
  inputs: { min: 1, max: 1 },
  passesAll: true,
  outputs: () => [],
  lower: () => ({}),
};
