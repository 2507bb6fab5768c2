import { z } from 'zod';
import { id } from './names';

export type Json = z.core.util.JSONType;

const json = z.json();

/** What turns one JSON value into another: a new value, changed fields or items, or a stretch of a list put in place of another. */
export type Patch =
  | { set: Json }
  | { fields: Record<string, Patch>; without: string[] }
  | { items: Record<string, Patch> }
  | { at: number; remove: number; insert: Json[] };

export const patch: z.ZodType<Patch> = z.lazy(() =>
  z.union([
    z.strictObject({ set: json }),
    z.strictObject({ fields: z.record(z.string(), patch), without: z.array(z.string()) }),
    z.strictObject({ items: z.record(z.string(), patch) }),
    z.strictObject({ at: z.number().int().nonnegative(), remove: z.number().int().nonnegative(), insert: z.array(json) }),
  ]),
);

/** One line of a journal: where it begins, an edit, or a walk along what can be undone (negative) and redone. */
export const journalEntry = z.union([
  z.strictObject({ base: json }),
  z.strictObject({
    /** What undo says; absent: the document was changed elsewhere. */
    label: z.string().max(400).optional(),
    patch,
    /** Belongs to the step before: more of the same typing. */
    joins: z.literal(true).optional(),
  }),
  z.strictObject({ move: z.number().int() }),
]);
export type JournalEntry = z.infer<typeof journalEntry>;

/** Lines that follow the first `after` ones of a journal; what else was there is replaced. */
export const journalLines = z.strictObject({ after: z.number().int().nonnegative(), entries: z.array(journalEntry) });
export type JournalLines = z.infer<typeof journalLines>;

export const journalOf = { input: z.strictObject({ id }), output: z.strictObject({ entries: z.array(journalEntry) }) };
