import { z } from 'zod';

/** A function SQL may call; what the engine does not tell is empty. */
export const sqlFunction = z.strictObject({
  name: z.string(),
  aggregate: z.boolean(),
  parameters: z.array(z.string()),
  type: z.string(),
  description: z.string(),
});
export type SqlFunction = z.infer<typeof sqlFunction>;
