import { AppError } from '../../base/errors';
import { canonicalJson } from '../../base/hashing';
import { instantOf } from '../../base/instant';
import type { Entity } from '../../model/entity';
import type { TextImport, TextKind } from '../../model/text-project';
import type { Files } from '../../ports/files';
import type { Write } from '../../ports/meta-store';
import { defined, type EntityDefinition, type Said, saidIn } from '../../text/documents-tree';
import { jsonText } from '../../text/json-text';
import type { Context } from '../context';
import { makeEmptyEntities } from '../data/make-empty-entities';
import { linkId } from '../data/save-link';
import { commitUndoable } from '../undo/commit-undoable';
import { onlyWorkspace } from '../workspace/only-workspace';
import { checkZone } from '../workspace/save-workspace';
import { readTree } from './read-tree';

/**
 * Takes over every document of a text project, all or none. Rows stay; an entity that is new here has none until a file is loaded.
 * @param options.remove also removes what the project does not have: campaigns, audiences other than snapshots, filters, queries, links,
 *   endpoints and recipes; never entities, which hold data
 * @param options.look changes nothing and only tells
 * @throws AppError `text-*`, `bad-document`, `workspace-too-new`, `unknown-zone`
 */
export async function importText(ctx: Context, source: Files, options: { remove?: boolean; look?: boolean } = {}): Promise<TextImport> {
  const said = saidIn(await readTree(source));
  checkZone(ctx, said.workspace.zone);
  const writes = writesOf(ctx, said);
  const absent = absentIn(ctx, said);
  const changes = writes.flatMap(({ kind, id, state }) => (state === 'unchanged' ? [] : [{ kind, id, state }]));
  const removed = options.remove === true && options.look !== true;
  if (!options.look) {
    const gone = removed ? absent.filter((a) => a.kind !== 'entity').map((a): Write => ({ kind: a.kind, id: a.id, document: null })) : [];
    const made = writes.filter((w) => w.state !== 'unchanged').map((w) => w.write);
    await makeEmptyEntities(
      ctx,
      made.flatMap((w) => (w.kind === 'entity' && w.document?.rows === 0 ? [w.document] : [])),
    );
    const audit = { at: instantOf(ctx.clock.now()), action: 'text-import', details: { changed: made.length, removed: gone.length } };
    await commitUndoable(ctx, [...gone, ...made], { audit, as: 'import' });
  }
  return { changes: [...changes, ...absent], unchanged: writes.length - changes.length, removed };
}

interface Planned {
  kind: TextKind;
  id: string;
  state: 'new' | 'changed' | 'unchanged';
  write: Write;
}

function writesOf(ctx: Context, said: Said): Planned[] {
  const { store } = ctx;
  const here = onlyWorkspace(ctx);
  const plan = (write: Write & { document: object; kind: TextKind }, before: object | undefined, after: object): Planned => {
    const same = before !== undefined && jsonText(before) === jsonText(after);
    return { kind: write.kind, id: write.id, state: before === undefined ? 'new' : same ? 'unchanged' : 'changed', write };
  };
  const settings = { ...said.workspace, id: here.id };
  return [
    plan({ kind: 'workspace', id: here.id, document: settings }, here, settings),
    ...said.entities.map((e) => {
      const known = store.read('entity', e.name);
      const document: Entity = { ...e, ...dataOf(known, e) };
      return plan({ kind: 'entity', id: e.name, document }, known && defined(known), e);
    }),
    ...said.links.map((d) => plan({ kind: 'link', id: linkId(d), document: d }, store.read('link', linkId(d)), d)),
    ...said.recipes.map((d) => plan({ kind: 'recipe', id: d.id, document: d }, store.read('recipe', d.id), d)),
    ...said.audiences.map((d) => plan({ kind: 'audience', id: d.id, document: d }, store.read('audience', d.id), d)),
    ...said.filters.map((d) => plan({ kind: 'filter', id: d.id, document: d }, store.read('filter', d.id), d)),
    ...said.queries.map((d) => plan({ kind: 'query', id: d.id, document: d }, store.read('query', d.id), d)),
    ...said.endpoints.map((d) => plan({ kind: 'endpoint', id: d.id, document: d }, store.read('endpoint', d.id), d)),
    ...said.campaigns.map((d) => plan({ kind: 'campaign', id: d.id, document: d }, store.read('campaign', d.id), d)),
  ];
}

/**
 * What is known of the rows here, which stay.
 * @throws AppError `text-entity-differs` when they have other columns or another key
 */
function dataOf(known: Entity | undefined, wanted: EntityDefinition): Pick<Entity, 'rows' | 'dataVersion' | 'loadedAt' | 'loadedFrom'> {
  if (!known) return { rows: 0, dataVersion: 0 };
  const { rows, dataVersion, loadedAt, loadedFrom } = known;
  const loaded = { ...(loadedAt ? { loadedAt } : {}), ...(loadedFrom ? { loadedFrom } : {}) };
  if (columnsOf(known) === columnsOf(wanted)) return { rows, dataVersion, ...loaded };
  if (rows > 0) throw new AppError('text-entity-differs', { entity: known.name });
  return { rows: 0, dataVersion: dataVersion + 1 };
}

const columnsOf = ({ attributes, key }: Pick<Entity, 'attributes' | 'key'>) =>
  canonicalJson([attributes.map(({ name, type, scale, derived }) => [name, type, scale ?? null, derived ?? null]), key]);

/** Documents here that the project does not have. Snapshots are not in any, so they are never missed. */
function absentIn({ store }: Context, said: Said): TextImport['changes'] {
  const missing = (kind: TextKind, here: readonly string[], there: readonly string[]) =>
    here.filter((id) => !there.includes(id)).map((id) => ({ kind, id, state: 'absent' as const }));
  const ids = (documents: readonly { id: string }[]) => documents.map((d) => d.id);
  const names = (documents: readonly { name: string }[]) => documents.map((d) => d.name);
  const audiences = store.list('audience').filter((a) => a.definition.kind !== 'snapshot');
  return [
    ...missing('entity', names(store.list('entity')), names(said.entities)),
    ...missing('link', store.list('link').map(linkId), said.links.map(linkId)),
    ...missing('recipe', ids(store.list('recipe')), ids(said.recipes)),
    ...missing('audience', ids(audiences), ids(said.audiences)),
    ...missing('filter', ids(store.list('filter')), ids(said.filters)),
    ...missing('query', ids(store.list('query')), ids(said.queries)),
    ...missing('endpoint', ids(store.list('endpoint')), ids(said.endpoints)),
    ...missing('campaign', ids(store.list('campaign')), ids(said.campaigns)),
  ];
}
