import type { z } from 'zod';
import { AppError } from '../base/errors';
import { broughtUp } from '../migrate/migrate';
import { type Audience, audience } from '../model/audience';
import { type Campaign, campaign } from '../model/campaign';
import type { DocumentKind } from '../model/documents';
import { type Endpoint, endpoint } from '../model/endpoint';
import { type Entity, entity, type Link, link } from '../model/entity';
import { type Filter, filter } from '../model/filter';
import { parseDocument } from '../model/parse';
import { type Query, query } from '../model/query';
import { type Recipe, recipe } from '../model/recipe';
import { type Workspace, workspace } from '../model/workspace';
import { campaignFiles, readCampaign } from './campaign-files';
import { fileName } from './file-name';
import { jsonText, readObject } from './json-text';
import { takeTexts } from './long-texts';
import { type Reading, readingOf, withTexts } from './reading';
import { fixedFiles, markFile, type Tree } from './tree';

export const textFormat = 1;

/** What an entity is, without what is known of its rows. */
export const entityDefinition = entity.omit({ rows: true, dataVersion: true, loadedAt: true, loadedFrom: true });
export type EntityDefinition = z.infer<typeof entityDefinition>;

/** Everything a workspace says, without its data: no rows, no members of snapshots, no runs, no secrets. */
export interface Said {
  workspace: Workspace;
  entities: EntityDefinition[];
  links: Link[];
  recipes: Recipe[];
  audiences: Audience[];
  filters: Filter[];
  queries: Query[];
  endpoints: Endpoint[];
  campaigns: Campaign[];
}

export function defined({ rows: _r, dataVersion: _v, loadedAt: _l, loadedFrom: _f, ...rest }: Entity): EntityDefinition {
  return rest;
}

/** One object per file, the same files for the same documents. Snapshots hold members, which are data: they have no file. */
export function treeOf(said: Said): Tree {
  const one = (folder: string, name: string, object: object): [string, string][] => {
    const { rest, texts } = takeTexts({ ...object });
    const at = `${folder}/${name}`;
    return [[`${at}.json`, jsonText(rest)], ...[...texts].map(([ending, text]): [string, string] => [at + ending, text])];
  };
  return new Map([
    [markFile, jsonText({ format: textFormat, kind: 'muster-text' })],
    ...fixedFiles,
    ['workspace.json', jsonText(said.workspace)],
    ...said.entities.flatMap((e) => one('entities', fileName(e.name), e)),
    ...said.links.flatMap((l) => one('links', `${fileName(l.from)}.${fileName(l.name)}`, l)),
    ...said.recipes.flatMap((r) => one('recipes', r.id, r)),
    ...said.audiences.filter((a) => a.definition.kind !== 'snapshot').flatMap((a) => one('audiences', a.id, a)),
    ...said.filters.flatMap((f) => one('filters', f.id, f)),
    ...said.queries.flatMap((q) => one('queries', q.id, q)),
    ...said.endpoints.flatMap((e) => one('endpoints', e.id, e)),
    ...said.campaigns.flatMap((c) => campaignFiles(c, `campaigns/${c.id}`)),
  ]);
}

/**
 * The documents of a tree.
 * @throws AppError `text-not-ours`, `text-too-new`, `text-not-json`, `text-missing-file`, `text-unknown-file`, `text-wrong-name`,
 *   `bad-document`, `workspace-too-new`
 */
export function saidIn(tree: Tree): Said {
  checkMark(tree);
  const reading = readingOf(tree);
  const every = <S extends z.ZodType<object>>(kind: DocumentKind, folder: string, schema: S, nameOf: (found: z.output<S>) => string) =>
    reading.files(`${folder}/`, '.json').map((path) => {
      const found = parseDocument(schema, withTexts(reading, path, readDocument(reading, kind, path)), path);
      const name = `${nameOf(found)}.json`;
      if (path !== `${folder}/${name}`) throw new AppError('text-wrong-name', { file: path, name });
      return found;
    });
  const said: Said = {
    workspace: parseDocument(workspace, readDocument(reading, 'workspace', 'workspace.json'), 'workspace.json'),
    entities: every('entity', 'entities', entityDefinition, (e) => fileName(e.name)),
    links: every('link', 'links', link, (l) => `${fileName(l.from)}.${fileName(l.name)}`),
    recipes: every('recipe', 'recipes', recipe, (r) => r.id),
    audiences: every('audience', 'audiences', audience, (a) => a.id),
    filters: every('filter', 'filters', filter, (f) => f.id),
    queries: every('query', 'queries', query, (q) => q.id),
    endpoints: every('endpoint', 'endpoints', endpoint, (e) => e.id),
    campaigns: reading.files('campaigns/', '/campaign.json').map((path) => {
      const folder = path.slice(0, -'/campaign.json'.length);
      const found = parseDocument(campaign, broughtUp('campaign', readCampaign(reading, folder), folder), folder);
      if (folder !== `campaigns/${found.id}`) throw new AppError('text-wrong-name', { file: folder, name: found.id });
      return found;
    }),
  };
  const [stray] = reading.left();
  if (stray !== undefined) throw new AppError('text-unknown-file', { file: stray });
  return said;
}

function readDocument(reading: Reading, kind: DocumentKind, path: string): Record<string, unknown> {
  return { ...broughtUp(kind, readObject(path, reading.take(path)), path) };
}

function checkMark(tree: Tree): void {
  const text = tree.get(markFile);
  const mark = text === undefined ? {} : readObject(markFile, text);
  if (mark.kind !== 'muster-text' || typeof mark.format !== 'number') throw new AppError('text-not-ours', { file: markFile });
  if (mark.format > textFormat) throw new AppError('text-too-new', { format: mark.format, known: textFormat });
}
