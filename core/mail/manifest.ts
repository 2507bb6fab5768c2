import { z } from 'zod';
import { mailLayout } from '../model/message';
import { id, instant } from '../model/names';
import { exclusionCount } from '../model/run';

export const mailManifestFormat = 1;
const count = z.number().int().nonnegative();

/** What was handed to a mail house. `in − Σ excluded + seeds = out`, and `out` is the rows of the files. */
export const mailManifest = z.strictObject({
  format: z.literal(mailManifestFormat),
  campaign: z.strictObject({ id, name: z.string() }),
  message: id,
  as_of: instant,
  /** When it is to go out; absent is at once. */
  send_at: instant.optional(),
  counts: z.strictObject({ in: count, excluded: z.array(exclusionCount), seeds: count, out: count }),
  /** Rows without seeds, by ISO 3166-1 alpha-2. */
  countries: z.array(z.strictObject({ country: z.string(), rows: count })),
  layout: mailLayout,
  files: z.array(z.strictObject({ file: z.string(), rows: count, bytes: count, sha256: z.string() })),
  /** Where our own rows are: the file does not tell. `row` counts from 1, after the header. */
  seeds: z.array(z.strictObject({ id, label: z.string(), row: count })),
});
export type MailManifest = z.infer<typeof mailManifest>;

export function balances(manifest: MailManifest): boolean {
  const { counts, files, countries } = manifest;
  const excluded = counts.excluded.reduce((sum, e) => sum + e.rows, 0);
  const written = files.reduce((sum, f) => sum + f.rows, 0);
  const people = countries.reduce((sum, c) => sum + c.rows, 0);
  return counts.in - excluded + counts.seeds === counts.out && written === counts.out && people === counts.out - counts.seeds;
}
