import { z } from 'zod';
import { id } from './names';
import { literal, variableName } from './value';

export const variableTypes = ['text', 'number', 'date', 'boolean', 'list'] as const;
export type VariableType = (typeof variableTypes)[number];

const common = { name: z.string().regex(variableName), type: z.enum(variableTypes), description: z.string().max(500).optional() };

/** A typed place for a value. A list holds texts or numbers. */
export const parameter = z.strictObject({ ...common, value: z.union([literal, z.array(literal)]).optional() });
/** `value` stands where none is given. */
export type Parameter = z.infer<typeof parameter>;

/** Values given for variables by name, in place of those written in the campaign. */
export const given = z.record(z.string(), z.union([literal, z.array(literal)]));
export type Given = z.infer<typeof given>;

/** A campaign's variable: a setting, what a signal brought, or the number of rows of a transition. */
export const variable = z.strictObject({
  ...common,
  value: z.union([literal, z.array(literal)]).optional(),
  count: z.strictObject({ activity: id, output: id }).optional(),
});
export type Variable = z.infer<typeof variable>;
