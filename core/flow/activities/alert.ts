import type { ActivityKind } from '../lowering';

/** Passes its population on; a run that comes by tells the people who run the campaign. */
export const alert: ActivityKind<'alert'> = {
  type: 'alert',
  inputs: { min: 1, max: 1 },
  passesAll: true,
  outputs: () => ['out'],
  lower(_activity, { inputs: [input] }) {
    return input && { out: input };
  },
};
