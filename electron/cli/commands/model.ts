import type { Command } from 'commander';
import { z } from 'zod';
import { isAppError } from '../../../core/base/errors';
import { type Problem, problem } from '../../../core/base/problems';
import type { IdentityMatch, LinkProposal, Matches, TableMatch } from '../../../core/model/data-report';
import { attribute, type DataModel, type Link } from '../../../core/model/entity';
import { profileSettings } from '../../../core/model/workspace';
import { loadDdl } from '../../../core/usecases/data/load-ddl';
import { measureLink } from '../../../core/usecases/data/measure-link';
import { proposeLinks } from '../../../core/usecases/data/propose-links';
import { readModel } from '../../../core/usecases/data/read-model';
import { reconcileProfile } from '../../../core/usecases/data/reconcile-profile';
import { saveAttribute } from '../../../core/usecases/data/save-attribute';
import { saveLink } from '../../../core/usecases/data/save-link';
import { onlyWorkspace } from '../../../core/usecases/workspace/only-workspace';
import { saveProfile } from '../../../core/usecases/workspace/save-profile';
import type { HostContext } from '../../host/context';
import { WrongUsage } from '../exit';
import { described, engineOption, type WorkspaceOptions } from '../options';
import { count, countOf, percent, table } from '../output';
import { type Io, type Outcome, perform } from '../perform';
import { readJson, readText } from '../read-json';
import { withWorkspace } from '../with-workspace';

const attributeFile = z.record(z.string(), z.array(attribute.pick({ name: true, description: true, personal: true, derived: true })));

interface ModelOptions extends WorkspaceOptions {
  suggest?: true;
  accept?: true;
  profile?: string;
  ddl?: string;
  dryRun?: true;
  attributes?: string;
}

export function addModel(program: Command): void {
  described(program.command('model'), 'show entities, keys and links with how well they match')
    .argument('<workspace>')
    .option('--suggest', 'propose links from names, types and values')
    .option('--accept', 'save what --suggest proposes')
    .option('--ddl <file>', 'make entities, keys and links of CREATE TABLE statements (PostgreSQL, MySQL, Snowflake)')
    .option('--dry-run', 'with --ddl: tell what would be made and make nothing')
    .option('--attributes <file>', 'describe, label and derive attributes: JSON by entity')
    .option('--profile <file>', 'say who messages go to: profile settings as JSON')
    .addOption(engineOption())
    .action((folder: string, options: ModelOptions) =>
      perform(options, async (io) => {
        if (options.accept && !options.suggest) throw new WrongUsage('--accept goes with --suggest');
        if (options.dryRun && options.ddl === undefined) throw new WrongUsage('--dry-run goes with --ddl');
        const ddl = options.ddl === undefined ? undefined : await readText(options.ddl);
        const profile = options.profile === undefined ? undefined : await readJson(options.profile, profileSettings);
        const attributes = options.attributes === undefined ? {} : await readJson(options.attributes, attributeFile);
        return withWorkspace(folder, options, io, async (ctx) => {
          for (const [entity, list] of Object.entries(attributes)) for (const a of list) await saveAttribute(ctx, entity, a);
          if (profile) await saveProfile(ctx, profile);
          if (ddl !== undefined) return declare(ctx, ddl, options.dryRun === true);
          return options.suggest ? suggest(ctx, options.accept === true, io) : show(ctx, io);
        });
      }),
    );
}

async function show(ctx: HostContext, io: Io): Promise<Outcome> {
  const model = await readModel(ctx);
  const links: LinkProposal[] = [];
  for (const link of model.links) {
    io.progress.show('Measuring links', links.length / model.links.length);
    links.push(await measureLink(ctx, link, { signal: io.signal }));
  }
  const { profile } = onlyWorkspace(ctx);
  const { identities, tables } = await reconcileProfile(ctx, { signal: io.signal });
  const text = [
    entityTable(model),
    ...(links.length > 0 ? [linkTable(links)] : []),
    profile ? `Profile: ${profile.entity}` : 'No profile yet: say who messages go to with --profile FILE',
    ...(identities.length > 0 ? [identityTable(identities)] : []),
    ...(tables.length > 0 ? [matchTable(tables)] : []),
  ];
  return {
    kind: 'model',
    document: { entities: model.entities, links, profile: profile ?? null, identities, tables },
    text: text.join('\n\n'),
  };
}

async function declare(ctx: HostContext, ddl: string, dryRun: boolean): Promise<Outcome> {
  const { problems, ...made } = await loadDdl(ctx, ddl, { dryRun });
  const text = [
    ...(made.entities.length > 0 ? [entityTable({ entities: made.entities, links: [] })] : []),
    ...made.links.map((l) => `${l.from}.${l.name} → ${l.to} (${l.cardinality})`),
    ...(made.existing.length > 0 ? [`Left as they are: ${made.existing.join(', ')}`] : []),
    dryRun
      ? 'Nothing was made (dry run).'
      : `Made ${countOf(made.entities.length, 'entity', 'entities')} and ${countOf(made.links.length, 'link')}`,
  ];
  return { kind: 'ddl', document: made, text: text.join('\n'), problems };
}

async function suggest(ctx: HostContext, accept: boolean, io: Io): Promise<Outcome> {
  const proposals = await proposeLinks(ctx, { signal: io.signal, onProgress: ({ share }) => io.progress.show('Comparing values', share) });
  const problems = accept ? await saveAll(ctx, proposals) : [];
  const saved = accept ? proposals.length - problems.length : 0;
  const text = [
    proposals.length === 0 ? 'No links to propose' : linkTable(proposals),
    ...(saved > 0 ? [`Saved ${countOf(saved, 'link')}`] : []),
    ...(proposals.length > 0 && !accept ? ['Add --accept to save them'] : []),
  ];
  return { kind: 'proposals', document: { proposals, saved }, text: text.join('\n\n'), problems };
}

/** One that cannot be saved, such as one whose name is taken, does not hold up the others. */
async function saveAll(ctx: HostContext, proposals: readonly LinkProposal[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { link } of proposals) {
    try {
      await saveLink(ctx, link);
    } catch (error) {
      if (!isAppError(error)) throw error;
      problems.push(problem(error.code, ['links', `${link.from}.${link.name}`], error.details));
    }
  }
  return problems;
}

function entityTable({ entities }: DataModel): string {
  if (entities.length === 0) return 'No entities yet: load files with muster import';
  const columns = [
    { title: 'Entity' },
    { title: 'Key' },
    { title: 'Rows', right: true },
    { title: 'Attributes', right: true },
    { title: 'Loaded' },
  ];
  return table(
    columns,
    entities.map((e) => [e.name, e.key.join(', '), count(e.rows), count(e.attributes.length), e.loadedAt ?? '']),
  );
}

const figures = ['Rows', 'Empty', 'Matched', 'Of several', 'Orphans', 'Profiles'].map((title) => ({ title, right: true }));
const figuresOf = (m: Matches) => [m.rows, m.empty, m.matched, m.ambiguous, m.orphans, m.profiles].map(count);

function identityTable(matches: readonly IdentityMatch[]): string {
  return table(
    [{ title: 'Identity' }, { title: 'In' }, ...figures],
    matches.map((m) => [m.namespace, `${m.entity}.${m.attribute}`, ...figuresOf(m)]),
  );
}

function matchTable(matches: readonly TableMatch[]): string {
  return table(
    [{ title: 'Says' }, { title: 'In' }, ...figures],
    matches.map((m) => [m.list ?? m.kind, m.entity, ...figuresOf(m)]),
  );
}

function linkTable(links: readonly LinkProposal[]): string {
  const columns = [
    { title: 'Link' },
    { title: 'On' },
    { title: 'Kind' },
    { title: 'Match', right: true },
    { title: 'Without a row there', right: true },
    { title: 'Rows there never used', right: true },
  ];
  const on = (link: Link) => link.on.map((p) => `${link.from}.${p.from} = ${link.to}.${p.to}`).join(' and ');
  return table(
    columns,
    links.map((l) => [
      `${l.link.from}.${l.link.name}`,
      on(l.link),
      l.cardinality,
      percent(l.matchRate),
      count(l.orphansFrom),
      count(l.orphansTo),
    ]),
  );
}
