import { z } from 'zod';
import { flow } from './activity';
import { group, note } from './annotations';
import { control, seed } from './message';
import { id, name } from './names';
import { variable } from './variable';

export const campaignFormat = 1;

const length = z.number().positive().optional();

/** Where something is on the canvas, in pixels; only notes have a size of their own. */
export const position = z.strictObject({ x: z.number(), y: z.number(), width: length, height: length });

/**
 * A document with one flow, its messages and its settings. Notes and groups, by id, and `layout`, which places activities and notes
 * on the canvas, mean nothing to what runs.
 */
export const campaign = z.strictObject({
  format: z.literal(campaignFormat),
  id,
  name,
  description: z.string().max(4000).optional(),
  /** Salt of every random choice in this campaign. */
  seed: z.string().min(1).max(120),
  flow,
  variables: z.array(variable).optional(),
  control: control.optional(),
  seeds: z.array(seed).optional(),
  notes: z.record(id, note).optional(),
  groups: z.record(id, group).optional(),
  layout: z.record(id, position).default({}),
});
export type Campaign = z.infer<typeof campaign>;
