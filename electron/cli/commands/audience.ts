import { Argument, type Command } from 'commander';
import { unreachable } from '../../../core/base/never';
import { type Audience, audienceFormat, audience as audienceSchema } from '../../../core/model/audience';
import { parseDocument } from '../../../core/model/parse';
import { countAudience, readingOnly } from '../../../core/usecases/audience/count-audience';
import { saveAudience } from '../../../core/usecases/audience/save-audience';
import { readOutputRows } from '../../../core/usecases/campaign/read-output-rows';
import { savePopulation } from '../../../core/usecases/population/save-population';
import type { HostContext } from '../../host/context';
import { named } from '../campaign-of';
import { WrongUsage } from '../exit';
import { asOfOption, described, engineOption, type MomentOptions, wholeNumber } from '../options';
import { count } from '../output';
import { type Io, type Outcome, perform } from '../perform';
import { readJson } from '../read-json';
import { rowsDocument, rowsText } from '../rows';
import { momentOf, withWorkspace } from '../with-workspace';

interface AudienceOptions extends MomentOptions {
  limit: number;
  offset: number;
  file?: string;
  sql?: string;
  dimension?: string;
  from?: string;
}

const actions = ['count', 'rows', 'save'] as const;
type Action = (typeof actions)[number];

export function addAudience(program: Command): void {
  described(program.command('audience'), 'count, read or save an audience')
    .argument('<workspace>')
    .argument('<name>', 'id or name')
    .addArgument(new Argument('<action>').choices(actions))
    .option('--limit <n>', 'rows: how many', wholeNumber(1, 2000), 100)
    .option('--offset <n>', 'rows: how many to pass over', wholeNumber(0, Number.MAX_SAFE_INTEGER), 0)
    .option('--file <file>', 'save: an audience file')
    .option('--sql <query>', 'save: what selects its members')
    .option('--dimension <entity>', 'save: the entity that --sql selects')
    .option('--from <audience>', 'save: keep the members that audience has now')
    .addOption(asOfOption())
    .addOption(engineOption())
    .action((folder: string, name: string, action: Action, options: AudienceOptions) =>
      perform(options, (io) => withWorkspace(folder, options, io, (ctx) => act(ctx, name, action, options, io))),
    );
}

function act(ctx: HostContext, name: string, action: Action, options: AudienceOptions, io: Io): Promise<Outcome> {
  switch (action) {
    case 'count':
      return countMembers(ctx, find(ctx, name), momentOf(options), io);
    case 'rows':
      return readMembers(ctx, find(ctx, name), options, io);
    case 'save':
      return save(ctx, name, options, io);
    default:
      return unreachable(action);
  }
}

const find = (ctx: HostContext, name: string): Audience => named(ctx.store.list('audience'), 'audience', name);

async function countMembers(ctx: HostContext, { id, name, dimension, definition }: Audience, asOf: string, io: Io): Promise<Outcome> {
  const rows = await countAudience(ctx, id, asOf, io.signal);
  const document = { audience: { id, name, dimension, definition: definition.kind }, asOf, rows };
  return { kind: 'audience-count', document, text: `${name}: ${count(rows)} ${dimension}, as of ${asOf}` };
}

async function readMembers(ctx: HostContext, { id }: Audience, options: AudienceOptions, io: Io): Promise<Outcome> {
  const { offset, limit } = options;
  const request = {
    campaign: readingOnly(id),
    asOf: momentOf(options),
    activity: 'members',
    output: 'out',
    offset,
    limit,
    signal: io.signal,
  };
  const page = await readOutputRows(ctx, request);
  return { kind: 'rows', document: rowsDocument(page), text: rowsText(page) };
}

async function save(ctx: HostContext, id: string, options: AudienceOptions, io: Io): Promise<Outcome> {
  const asOf = momentOf(options);
  const given = [options.file, options.sql, options.from].filter((o) => o !== undefined);
  if (given.length !== 1) throw new WrongUsage('save takes one of --file, --sql with --dimension, or --from');
  if (options.from === undefined) await saveAudience(ctx, await definitionOf(id, options));
  else {
    const population = { kind: 'audience' as const, audience: find(ctx, options.from).id };
    await savePopulation(ctx, { population, audience: id, mode: 'overwrite', asOf, signal: io.signal });
  }
  return countMembers(ctx, find(ctx, id), asOf, io);
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
