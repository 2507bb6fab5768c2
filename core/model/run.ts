import { z } from 'zod';
import { id, instant } from './names';
import { problem } from './problem';
import { raisedAlert, signal } from './steering';
import { given } from './variable';

export const runFormat = 1;

/** One exclusion reason of the waterfall with its rows; `detail` says which list, what was wrong, which field. */
export const exclusionCount = z.strictObject({ reason: z.string(), detail: z.string(), rows: z.number().int().nonnegative() });

export const waterfall = z.strictObject({
  activity: id,
  input: z.number().int(),
  exclusions: z.array(exclusionCount),
  sent: z.number().int(),
  seeds: z.number().int(),
});
/** `input = sent + Σ exclusions.rows`, always; seeds come on top. */
export type Waterfall = z.infer<typeof waterfall>;

export const transitionCount = z.strictObject({ activity: id, output: id, rows: z.number().int().nonnegative() });
export type TransitionCount = z.infer<typeof transitionCount>;

/**
 * One confirmed execution. It is saved before anything is frozen, so that a run that was cut off is found and finished
 * with the same moment. `deliveries` and `exports` are folder names.
 */
export const run = z.strictObject({
  format: z.literal(runFormat),
  id,
  campaign: id,
  /**
   * `signalling`: everything of its own is done, but not what it starts. `outdated`: cut off, and what it was computed from
   * changed before it could be finished.
   */
  state: z.enum(['freezing', 'signalling', 'done', 'outdated']),
  asOf: instant,
  startedAt: instant,
  /** Hash of every step it was computed by, and so of its flow and its data. */
  plan: z.string().optional(),
  counts: z.array(transitionCount),
  waterfalls: z.array(waterfall),
  deliveries: z.array(z.string()),
  exports: z.array(z.string()),
  /** Values that were given for the campaign's variables. */
  variables: given.optional(),
  /** The run and the end that started it. */
  startedBy: z.strictObject({ run: id, activity: id }).optional(),
  /** The version of its memory that each incremental query makes, and the table its keys are in. */
  memory: z.array(z.strictObject({ activity: id, version: z.number().int().positive(), table: z.string().optional() })).optional(),
  alerts: z.array(raisedAlert).optional(),
  /** Campaigns it starts, with the run that came of it or why there is none. */
  signals: z.array(signal.extend({ run: id.optional(), problem: problem.optional() })).optional(),
});
export type Run = z.infer<typeof run>;
