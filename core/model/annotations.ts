import { z } from 'zod';
import { id } from './names';

/** What a note is for; it is shown by a colour, a sign and a word. */
export const noteRoles = ['remark', 'question', 'decision', 'task', 'warning'] as const;
export type NoteRole = (typeof noteRoles)[number];

/** Text at a place of the canvas. */
export const note = z.strictObject({ text: z.string().max(4000), role: z.enum(noteRoles) });
export type Note = z.infer<typeof note>;

/**
 * A frame with a title around activities and notes. A member of several groups is drawn in the first by id, and a member that is
 * not there is not drawn: merged branches can leave both.
 */
export const group = z.strictObject({
  title: z.string().max(200),
  collapsed: z.literal(true).optional(),
  members: z.array(id).min(1),
});
export type Group = z.infer<typeof group>;
