import { z } from 'zod';
import { attribute } from './entity';
import { id, instant, name } from './names';
import { rule } from './rule';

export const audienceFormat = 1;

/** A saved population: `live` is recounted from its definition; `snapshot` holds members as of a moment in a table of their own. */
export const audience = z.strictObject({
  format: z.literal(audienceFormat),
  id,
  name,
  dimension: name,
  definition: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('rule'), rule }),
    z.strictObject({ kind: z.literal('sql'), sql: z.string().min(1) }),
    z.strictObject({
      kind: z.literal('snapshot'),
      table: name,
      rows: z.number().int().nonnegative(),
      asOf: instant,
      takenAt: instant,
      dataVersions: z.record(z.string(), z.number().int()),
      /** Columns kept beside the key. */
      columns: z.array(attribute).optional(),
      /** The audience whose members these were. */
      of: id.optional(),
      /** Names what was saved, so that the same save again changes nothing. */
      save: z.string().optional(),
    }),
  ]),
});
export type Audience = z.infer<typeof audience>;
