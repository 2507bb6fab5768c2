import { z } from 'zod';
import { flow } from './activity';
import { control, seed } from './message';
import { id, name } from './names';
import { variable } from './variable';

export const campaignFormat = 1;

export const position = z.strictObject({ x: z.number(), y: z.number() });

/** A document with one flow, its messages and its settings. `layout` places activities on the canvas and means nothing else. */
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
  layout: z.record(id, position).default({}),
});
export type Campaign = z.infer<typeof campaign>;
