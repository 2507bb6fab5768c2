import type { ActivityKind } from '../lowering';

/** Says what begins the flow. Its arrows carry nobody. */
export const start: ActivityKind<'start'> = {
  type: 'start',
  inputs: { min: 0, max: 0 },
  control: true,
  passesAll: true,
  outputs: () => ['out'],
  lower: () => ({}),
};
