import { type Audience, audienceFormat, audience as audienceSchema } from '../../../core/model/audience';
import { parseDocument } from '../../../core/model/parse';
import type { PopulationChoice } from '../../../core/model/population';
import type { SaveChange } from '../../../core/model/report';
import { saveAudience } from '../../../core/usecases/audience/save-audience';
import { savePopulation } from '../../../core/usecases/population/save-population';
import { WrongUsage } from '../exit';
import { countOf } from '../output';
import type { Outcome } from '../perform';
import { readJson } from '../read-json';
import { countMembers } from './read';
import { type Asked, type AudienceOptions, find, momentIn } from './request';

export async function save(asked: Asked): Promise<Outcome> {
  const { ctx, name: id, options } = asked;
  const given = [options.file, options.sql, options.from].filter((o) => o !== undefined);
  if (given.length !== 1) throw new WrongUsage('save takes one of --file, --sql with --dimension, or --from');
  if (options.from !== undefined) return keep(asked, id, { kind: 'audience', audience: find(ctx, options.from).id });
  await saveAudience(ctx, await definitionOf(id, options), { force: options.force });
  return countMembers(asked);
}

/** Keeps a population as a snapshot, or tells what that would change. */
export async function keep(asked: Asked, word: string, population: PopulationChoice): Promise<Outcome> {
  const { ctx, options } = asked;
  const audience = parseDocument(audienceSchema.shape.id, word, 'the name');
  const { mode = 'overwrite', columns, dryRun } = options;
  const { change } = await savePopulation(ctx, { population, audience, mode, columns, dryRun, ...momentIn(asked) });
  const text = changeText(change);
  if (dryRun) return { kind: 'audience-change', document: { asOf: momentIn(asked).asOf, change }, text: `Nothing was saved. ${text}` };
  const counted = await countMembers({ ...asked, name: audience });
  return { ...counted, document: { ...counted.document, change }, text: `${counted.text}\n${text}` };
}

function changeText({ audience, mode, added, removed, kept, rows }: SaveChange): string {
  return `${audience}, ${mode}: ${countOf(added, 'comes', 'come')}, ${countOf(removed, 'goes', 'go')}, ${countOf(kept, 'stays', 'stay')}; ${countOf(rows, 'member')}`;
}

async function definitionOf(id: string, { file, sql, dimension }: AudienceOptions): Promise<Audience> {
  if (file !== undefined) return { ...(await readJson(file, audienceSchema)), id: parseDocument(audienceSchema.shape.id, id, 'the name') };
  if (dimension === undefined) throw new WrongUsage('--sql needs --dimension');
  return parseDocument(
    audienceSchema,
    { format: audienceFormat, id, name: id, dimension, definition: { kind: 'sql', sql } },
    'the audience',
  );
}
