import { z } from 'zod';
import { activity, transition } from './activity';
import { group, note } from './annotations';
import { position } from './campaign';
import { id } from './names';

/** A part of a flow, with notes and groups, as text: what is on the clipboard after copying. */
export const excerpt = z
  .strictObject({
    muster: z.literal('activities'),
    format: z.literal(1),
    activities: z.array(activity),
    transitions: z.array(transition),
    notes: z.record(id, note).optional(),
    groups: z.record(id, group).optional(),
    layout: z.record(id, position),
  })
  .refine(({ activities, notes }) => activities.length > 0 || Object.keys(notes ?? {}).length > 0, { message: 'nothing is in it' });
export type Excerpt = z.infer<typeof excerpt>;
