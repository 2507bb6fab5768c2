import { z } from 'zod';

/** Variables and parameters are written `$name` in SQL and `vars.name` in content. */
export const variableName = /^[a-z][a-z0-9_]{0,59}$/;

/**
 * A value written in a rule. Text, dates (`YYYY-MM-DD`), timestamps (`YYYY-MM-DD HH:MM:SS`) and decimals are strings,
 * so that no digit is lost.
 */
export const literal = z.union([z.string(), z.number(), z.boolean()]);
export type Literal = z.infer<typeof literal>;

/** Stands for the value of a variable of the campaign, or of a parameter of the filter it is written in. */
export const variableReference = z.strictObject({ variable: z.string().regex(variableName) });
export type VariableReference = z.infer<typeof variableReference>;

/** What a filter's parameter is given: a value, a list of values, or a variable. */
export const argument = z.union([literal, z.array(literal), variableReference]);
export type Argument = z.infer<typeof argument>;

/** What a cell of a result may hold. Decimals, days, timestamps and integers beyond 2^53 are strings; lists are arrays. */
export type Cell = string | number | boolean | null | Cell[] | { [field: string]: Cell };

export const cell: z.ZodType<Cell> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(cell), z.record(z.string(), cell)]),
);
