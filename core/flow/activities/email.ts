import { lowerChannel } from '../channel';
import type { ActivityKind } from '../lowering';

/** Sends an email to the people who are eligible for it. */
export const email: ActivityKind<'email'> = {
  type: 'email',
  inputs: { min: 1, max: 1 },
  outputs: () => ['out'],
  lower: lowerChannel,
};
