import { z } from 'zod';
import { activity, transition } from './activity';
import { position } from './campaign';
import { id } from './names';

/** A part of a flow as text: what is on the clipboard after copying. */
export const excerpt = z.strictObject({
  muster: z.literal('activities'),
  format: z.literal(1),
  activities: z.array(activity).min(1),
  transitions: z.array(transition),
  layout: z.record(id, position),
});
export type Excerpt = z.infer<typeof excerpt>;
