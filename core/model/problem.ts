import { z } from 'zod';
import { type Code, codes } from '../base/codes';

export const details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** A problem as it crosses the wire; words are chosen where it is shown. */
export const problem = z.strictObject({
  code: z.enum(codes as [Code, ...Code[]]),
  severity: z.enum(['error', 'warning']),
  place: z.array(z.union([z.string(), z.number()])).readonly(),
  details,
});
