import { type ActivityKind, requireEntityOf } from '../lowering';

/** Passes its population on; a confirmed run keeps its members under the audience's name before any message is sent. */
export const saveAudience: ActivityKind<'save-audience'> = {
  type: 'save-audience',
  inputs: { min: 1, max: 1 },
  passesAll: true,
  outputs: () => ['out'],
  lower(_activity, lowering) {
    const [input] = lowering.inputs;
    return input && requireEntityOf(lowering, input) && { out: input };
  },
};
