import { z } from 'zod';
import { id, name } from './names';
import { problem } from './problem';

/** What documents refer to. */
export const usable = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entity'), entity: name }),
  z.strictObject({ kind: z.literal('attribute'), entity: name, attribute: name }),
  z.strictObject({ kind: z.literal('link'), from: name, name }),
  z.strictObject({ kind: z.literal('audience'), id }),
  z.strictObject({ kind: z.literal('filter'), id }),
  z.strictObject({ kind: z.literal('campaign'), id }),
  z.strictObject({ kind: z.literal('variable'), campaign: id, name: z.string() }),
]);
export type Usable = z.infer<typeof usable>;

/**
 * A document that refers to something, and where in it; places begin like those of problems. `needed`: it does not work without,
 * as it would if it only saved an audience.
 */
export const use = z.strictObject({
  kind: z.enum(['campaign', 'audience', 'filter', 'query', 'entity', 'link', 'workspace']),
  id: z.string(),
  name: z.string(),
  needed: z.boolean(),
  places: z.array(z.array(z.union([z.string(), z.number()]))).min(1),
});
export type Use = z.infer<typeof use>;

/** What uses a document and would have errors once that is saved as it stands. */
export const broken = use.omit({ needed: true }).extend({ problems: z.array(problem).min(1) });
export type Broken = z.infer<typeof broken>;
