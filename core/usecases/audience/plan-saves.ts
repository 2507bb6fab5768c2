import { AppError } from '../../base/errors';
import { canonicalJson, sha256Hex } from '../../base/hashing';
import { type Keepable, savedMembers } from '../../flow/saved-members';
import type { ActivityOf } from '../../model/activity';
import type { Audience } from '../../model/audience';
import type { Connection } from '../../ports/engine';
import { asOfIn } from '../../segment/as-of';
import { type Column, keyColumns, toColumn } from '../../segment/population';
import { newCompilation } from '../../segment/scope';
import { column } from '../../sql/expression';
import { modelOf } from '../campaign/plan-for';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { onlyWorkspace } from '../workspace/only-workspace';
import { appended, type Kept, removed } from './put-on';

/** Members to be kept under an audience's name. */
export interface Save extends Pick<ActivityOf<'save-audience'>, 'audience' | 'mode' | 'columns'> {
  /** The audience's name when it is new; its id when absent. */
  name?: string | undefined;
  population: Keepable;
  rows: number;
  /** The audience whose members they are. */
  of?: string | undefined;
}

export interface PlannedSave {
  save: Save;
  before: Kept | undefined;
  saved: Kept;
  after: Kept;
}

/** All saves of one audience, one put on the other. */
export interface SavePlan {
  audience: string;
  before: Audience | undefined;
  steps: PlannedSave[];
  /** Hash of what is saved, of which data, at which moment. */
  hash: string;
  /** The audience is what these saves made of it already. */
  done: boolean;
}

/** Saves by audience, each in the order given. */
export function byAudience<T extends Save>(saves: readonly T[]): T[][] {
  return [...new Set(saves.map((s) => s.audience))].map((audience) => saves.filter((s) => s.audience === audience));
}

/**
 * What saves, all of one audience, would make of it; nothing is written.
 * @throws AppError `audience-exists`, `audience-live`, `audience-lost`, `audience-column-*`, `flow-dimension-mismatch`,
 * `flow-unknown-audience` when there is nothing to remove from, `not-found`
 */
export async function planSaves(ctx: Context, connection: Connection, saves: readonly Save[], asOf: string): Promise<SavePlan> {
  const audience = saves[0]?.audience ?? '';
  const before = ctx.store.read('audience', audience);
  const hash = hashOf(ctx, saves, asOf);
  const lost = before !== undefined && (await isLost(connection, before));
  const done = before?.definition.kind === 'snapshot' && before.definition.save === hash && !lost;
  const steps: PlannedSave[] = [];
  let members = before && !lost ? membersOf(ctx, before) : undefined;
  for (const save of saves) {
    requireTarget(ctx, save, before, { lost, done, first: steps.length === 0 });
    const saved = savedOf(ctx, save, asOf);
    const after = put(save, members, saved);
    steps.push({ save, before: members, saved, after });
    members = after;
  }
  return { audience, before, steps, hash, done };
}

function put({ audience, mode }: Save, before: Kept | undefined, saved: Kept): Kept {
  if (!before || mode === 'create' || mode === 'overwrite') return saved;
  return mode === 'append' ? appended(audience, before, saved) : removed(before, saved);
}

function hashOf(ctx: Context, saves: readonly Save[], asOf: string): string {
  const said = saves.map(({ mode, columns, population }) => ({ mode, columns: columns ?? [], members: population.table.name }));
  return sha256Hex(canonicalJson({ saves: said, asOf, dataVersions: dataVersions(ctx) }));
}

export function dataVersions(ctx: Context): Record<string, number> {
  return Object.fromEntries(ctx.store.list('entity').map((e) => [e.name, e.dataVersion]));
}

function requireTarget(
  ctx: Context,
  { audience, mode, population }: Save,
  before: Audience | undefined,
  found: { lost: boolean; done: boolean; first: boolean },
): void {
  if (population.file !== undefined) throw new AppError('flow-needs-entity');
  if (before && before.definition.kind !== 'snapshot') throw new AppError('audience-live', { audience });
  if (mode === 'create' && (!found.first || (before && !found.done))) throw new AppError('audience-exists', { audience });
  if (before && before.dimension !== population.dimension)
    throw new AppError('flow-dimension-mismatch', { found: population.dimension, needed: before.dimension });
  if (!found.first || mode === 'create' || mode === 'overwrite') return;
  if (found.lost) throw new AppError('audience-lost', { audience });
  if (before || mode === 'append') return;
  const known = ctx.store.list('audience').map((a) => a.id);
  throw new AppError('flow-unknown-audience', { audience, known: known.join(', ') || '–' });
}

function savedOf(ctx: Context, { population, columns }: Save, asOf: string): Kept {
  const compilation = newCompilation(modelOf(ctx), asOfIn(asOf, onlyWorkspace(ctx).zone));
  const saved = savedMembers(compilation, population, columns, []);
  const [first] = compilation.problems;
  if (!saved) throw first ? new AppError(first.code, first.details) : new Error('members cannot be read');
  return { key: population.key, ...saved };
}

/** The members of a snapshot as they are stored. */
function membersOf(ctx: Context, { dimension, definition }: Audience): Kept | undefined {
  if (definition.kind !== 'snapshot') return undefined;
  const key = keyColumns(findDocument(ctx, 'entity', dimension));
  const columns = (definition.columns ?? []).map((c): Column => toColumn(c, c.name));
  const passed = [...key, ...columns].map((c) => ({ name: c.name, is: column('member', c.name) }));
  const relation = { kind: 'table' as const, schema: 'audience', name: definition.table };
  return { key, columns, query: { kind: 'select', columns: passed, from: { relation, alias: 'member' } } };
}

async function isLost(connection: Connection, { definition }: Audience): Promise<boolean> {
  if (definition.kind !== 'snapshot') return false;
  const page = await connection.query("SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'audience' AND table_name = ?", {
    parameters: [definition.table],
    limit: 1,
  });
  return Number(page.values[0]?.[0]) === 0;
}
