import { z } from 'zod';
import { id, instant } from './names';
import { problem } from './problem';
import { sqlText } from './query';
import { given } from './variable';

export const statementFormat = 1;

/** A statement a person ran: as it was written, with the values of its parameters, and what became of it. */
export const statement = z.strictObject({
  format: z.literal(statementFormat),
  id,
  sql: sqlText,
  parameters: given,
  at: instant,
  milliseconds: z.number().nonnegative(),
  rows: z.number().int().nonnegative().optional(),
  problem: problem.pick({ code: true, details: true }).optional(),
});
export type Statement = z.infer<typeof statement>;

/** The newest are kept. */
export const statementsKept = 1000;
