import { z } from 'zod';
import { type Code, codes } from '../base/codes';
import { asOf } from './activity';
import { id, instant } from './names';

const count = z.number().int().nonnegative();

/**
 * What became of one step of a flow. `kept` was known before, `computed` is new, `failed` could not be had. `statement` numbers the
 * statement that computed it, from 0; steps of one statement share its `milliseconds`.
 */
export const stepWork = z.strictObject({
  activity: id,
  /** The output it stands for, or the name of a step on the way there. */
  name: z.string(),
  how: z.enum(['kept', 'computed', 'failed']),
  rows: count.nullable(),
  statement: count.nullable(),
  milliseconds: count.nullable(),
});
export type StepWork = z.infer<typeof stepWork>;

/** What was found wrong, without what it was found in: a log says nothing of the data. */
const finding = z.strictObject({
  activity: id.nullable(),
  code: z.enum(codes as [Code, ...Code[]]),
  severity: z.enum(['error', 'warning']),
});

/** One count or rehearsal of a campaign. `ended` tells how; one that did not end by itself has the steps it got to. */
export const work = z.strictObject({
  kind: z.enum(['count', 'rehearsal']),
  startedAt: instant,
  asOf,
  milliseconds: count,
  ended: z.enum(['done', 'cancelled', 'failed']),
  steps: z.array(stepWork),
  findings: z.array(finding),
});
export type Work = z.infer<typeof work>;
