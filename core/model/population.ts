import { z } from 'zod';
import { campaign } from './campaign';
import { path } from './entity';
import { id, instant, name } from './names';
import { test } from './rule';

/** An audience at two moments: `against` is another audience, or it is the audience itself as of `from`, or its last snapshot. */
export const change = z.strictObject({ audience: id, against: id.optional(), from: instant.optional() });
export type Change = z.infer<typeof change>;

export const changeParts = ['entered', 'left', 'stayed'] as const;
export type ChangePart = (typeof changeParts)[number];

/** Audiences of one dimension that are laid over each other. */
export const overlapped = z
  .array(id)
  .min(2)
  .max(5)
  .refine((ids) => new Set(ids).size === ids.length, { message: 'each audience once' });

/** A region of overlapping audiences: members of every one of `inside` and of none of the others. */
export const region = z.strictObject({ audiences: overlapped, inside: z.array(id).min(1) });
export type Region = z.infer<typeof region>;

/**
 * Whose rows are looked at.
 *
 * - `entity`: all of its rows.
 * - `audience`: its members.
 * - `output`: what travels on a transition.
 * - `region`: one of an overlap.
 * - `change`: who entered, left or stayed.
 */
export const population = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entity'), entity: name }),
  z.strictObject({ kind: z.literal('audience'), audience: id }),
  z.strictObject({ kind: z.literal('output'), campaign, activity: id, output: z.string() }),
  z.strictObject({ kind: z.literal('region'), ...region.shape }),
  z.strictObject({ kind: z.literal('change'), ...change.shape, part: z.enum(changeParts) }),
]);
export type PopulationChoice = z.infer<typeof population>;

/** A column of a population, an attribute of its dimension, or one along a path of single-valued links. */
export const field = z.strictObject({ path: path.optional(), attribute: name });
export type Field = z.infer<typeof field>;

/** What is asked of rows that are looked at, as a rule asks it of an attribute. */
export const fieldFilter = z.strictObject({ field, test });
export type FieldFilter = z.infer<typeof fieldFilter>;
