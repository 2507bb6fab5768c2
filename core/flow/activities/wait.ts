import type { ActivityKind } from '../lowering';

/** Passes its population on; messages behind it are sent later. */
export const wait: ActivityKind<'wait'> = {
  type: 'wait',
  inputs: { min: 1, max: 1 },
  passesAll: true,
  outputs: () => ['out'],
  lower(_activity, { inputs: [input] }) {
    return input && { out: input };
  },
};
