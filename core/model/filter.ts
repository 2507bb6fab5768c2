import { z } from 'zod';
import { id, name } from './names';
import { rule } from './rule';
import { parameter } from './variable';

export const filterFormat = 1;

/** A saved rule over one entity, with parameters that its values may refer to. */
export const filter = z.strictObject({
  format: z.literal(filterFormat),
  id,
  name,
  entity: name,
  parameters: z.array(parameter).default([]),
  rule,
});
export type Filter = z.infer<typeof filter>;
