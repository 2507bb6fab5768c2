import { z } from 'zod';
import { id, instant, name } from './names';

export const memoryFormat = 1;

/**
 * What confirmed runs passed on by one incremental query. Keys are rows of the table `remembered.<table>`, each with the version
 * of the run that passed it on and that run's as-of in UTC; rows beyond `version` belong to a run that is not confirmed.
 */
export const remembered = z.strictObject({
  activity: id,
  /** Grows by one with each confirmed run. */
  version: z.number().int().positive(),
  /** The last confirmed run and its as-of. */
  run: id,
  asOf: instant,
  table: name.optional(),
  /** Rows of the table up to `version`. */
  rows: z.number().int().nonnegative().optional(),
});
export type Remembered = z.infer<typeof remembered>;

/** With the rows that are there: fewer when the data was lost. */
export type FoundMemory = Remembered & { found?: number };

/** What the incremental queries of one campaign remember. Its id is the campaign's. */
export const memory = z.strictObject({ format: z.literal(memoryFormat), id, queries: z.array(remembered) });
export type Memory = z.infer<typeof memory>;
