import { z } from 'zod';
import { chart } from './chart';
import { id, name } from './names';
import { parameter } from './variable';

export const queryFormat = 1;

export const sqlText = z.string().max(100_000);

/** A saved SELECT with its parameters, and the chart it is looked at with. `kind` is the language it is written in. */
export const query = z.strictObject({
  format: z.literal(queryFormat),
  id,
  name,
  kind: z.literal('sql'),
  sql: sqlText,
  parameters: z.array(parameter).max(50).default([]),
  chart: chart.optional(),
});
export type Query = z.infer<typeof query>;
