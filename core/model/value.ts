import { z } from 'zod';

/**
 * A value written in a rule. Text, dates (`YYYY-MM-DD`), timestamps (`YYYY-MM-DD HH:MM:SS`) and decimals are strings,
 * so that no digit is lost.
 */
export const literal = z.union([z.string(), z.number(), z.boolean()]);
export type Literal = z.infer<typeof literal>;

/** What a cell of a result may hold. Decimals, days, timestamps and integers beyond 2^53 are strings; lists are arrays. */
export type Cell = string | number | boolean | null | Cell[] | { [field: string]: Cell };

export const cell: z.ZodType<Cell> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(cell), z.record(z.string(), cell)]),
);
