import { z } from 'zod';
import { id, instant } from './names';

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
  /** `outdated`: cut off, and what it was computed from changed before it could be finished. */
  state: z.enum(['freezing', 'done', 'outdated']),
  asOf: instant,
  startedAt: instant,
  /** Hash of every step it was computed by, and so of its flow and its data. */
  plan: z.string().optional(),
  counts: z.array(transitionCount),
  waterfalls: z.array(waterfall),
  deliveries: z.array(z.string()),
  exports: z.array(z.string()),
});
export type Run = z.infer<typeof run>;
