import { lowerChannel } from '../channel';
import type { ActivityKind } from '../lowering';

/** Writes to the people who can be written to. */
export const directMail: ActivityKind<'direct-mail'> = {
  type: 'direct-mail',
  inputs: { min: 1, max: 1 },
  outputs: () => ['out'],
  lower: lowerChannel,
};
