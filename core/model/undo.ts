import { z } from 'zod';
import { documentKinds } from './documents';

/** Places of the window that have an undo of their own; an open campaign has one besides. */
export const undoPlace = z.enum(['data', 'audiences', 'campaigns', 'sql', 'delivery', 'settings']);
export type UndoPlace = z.infer<typeof undoPlace>;

export const undoDirection = z.enum(['undo', 'redo']);
export type UndoDirection = z.infer<typeof undoDirection>;

const kinds = Object.keys(documentKinds) as (keyof typeof documentKinds)[];

/** What one step of undo did when it was done: to which document, and to how many others along with it. */
export const toldStep = z.strictObject({
  did: z.enum(['create', 'change', 'rename', 'remove', 'import']),
  kind: z.enum(kinds),
  name: z.string(),
  others: z.number().int().nonnegative(),
});
export type ToldStep = z.infer<typeof toldStep>;

/** What undo would take back and redo bring back in a place. */
export const undoable = z.strictObject({ undo: toldStep.nullable(), redo: toldStep.nullable() });
export type Undoable = z.infer<typeof undoable>;
