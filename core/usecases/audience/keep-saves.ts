import { AppError } from '../../base/errors';
import { sha256Hex } from '../../base/hashing';
import { instantOf } from '../../base/instant';
import { type Audience, audienceFormat } from '../../model/audience';
import type { Attribute } from '../../model/entity';
import type { Connection, StatementOptions } from '../../ports/engine';
import type { AuditEntry, Write } from '../../ports/meta-store';
import type { Column } from '../../segment/population';
import { duckdb } from '../../sql/dialect/duckdb';
import { printQuery } from '../../sql/print';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { commitUndoable } from '../undo/commit-undoable';
import { byAudience, dataVersions, planSaves, type Save, type SavePlan } from './plan-saves';

/** Members that are stored already and count once they are committed. */
export interface KeptMembers {
  /**
   * Makes them count, together with the other writes, and lets go of those they replace: all or nothing. An audience that was
   * changed meanwhile is saved anew on what it is now.
   */
  commit(others: readonly Write[], audit?: Omit<AuditEntry, 'hash'>): Promise<Audience[]>;
  /** The same as a step of undo, which brings those back that it replaces. */
  commitUndoable(): Promise<Audience[]>;
}

/**
 * Stores the members of every audience in tables of their own, stamped with the moment and the data they were drawn from.
 * Nothing counts before `commit`; saving the same again changes nothing.
 * @throws AppError as `planSaves`, `cancelled`
 */
export async function keepSaves(
  ctx: Context,
  connection: Connection,
  saves: readonly Save[],
  asOf: string,
  signal?: StatementOptions['signal'],
): Promise<KeptMembers> {
  const store = async () => {
    const plans: SavePlan[] = [];
    for (const own of byAudience(saves)) plans.push(await planSaves(ctx, connection, own, asOf));
    const audiences: Audience[] = [];
    for (const plan of plans) audiences.push(await storeMembers(ctx, connection, plan, asOf, signal));
    return { plans, audiences };
  };
  let stored = await store();
  const settled = (commit: (writes: readonly Write[]) => Promise<void>) =>
    ctx.worktables.run(async () => {
      if (stored.plans.some((p) => ctx.store.read('audience', p.audience) !== p.before)) stored = await store();
      await commit(stored.audiences.map((document) => ({ kind: 'audience', id: document.id, document })));
      return stored.audiences;
    });
  return {
    commit: (others, audit) =>
      settled(async (writes) => {
        await ctx.store.commit([...others, ...writes], audit);
        await dropReplaced(connection, stored);
      }),
    commitUndoable: () => settled((writes) => commitUndoable(ctx, writes)),
  };
}

async function storeMembers(
  ctx: Context,
  connection: Connection,
  plan: SavePlan,
  asOf: string,
  signal: StatementOptions['signal'],
): Promise<Audience> {
  const { audience, before, steps, hash, done } = plan;
  const last = steps.at(-1);
  if (!last) throw new Error(`nothing is saved as ${audience}`);
  if (before && done) return before;
  const onto = before?.definition.kind === 'snapshot' ? before.definition.table : '';
  const table = `${audience}-${sha256Hex(`${onto} ${hash}`).slice(0, 12)}`;
  await connection.run('CREATE SCHEMA IF NOT EXISTS audience');
  const rows = await connection.run(
    `CREATE OR REPLACE TABLE audience.${ident(table)} AS\n${printQuery(last.after.query, duckdb)}`,
    signal ? { signal } : {},
  );
  const columns = last.after.columns.map(attributeOf);
  return {
    format: audienceFormat,
    id: audience,
    name: before?.name ?? last.save.name ?? audience,
    dimension: last.save.population.dimension,
    definition: {
      kind: 'snapshot',
      table,
      rows,
      asOf,
      takenAt: instantOf(ctx.clock.now()),
      dataVersions: dataVersions(ctx),
      ...(columns.length > 0 ? { columns } : {}),
      ...(last.save.of === undefined ? {} : { of: last.save.of }),
      save: hash,
    },
  };
}

function attributeOf({ name, type, scale }: Column): Attribute {
  if (type === 'list') throw new AppError('audience-column-list', { column: name });
  return { name, type, ...(scale === undefined ? {} : { scale }) };
}

async function dropReplaced(connection: Connection, { plans, audiences }: { plans: readonly SavePlan[]; audiences: readonly Audience[] }) {
  const kept = new Set(audiences.map(tableOf));
  for (const { before } of plans) {
    const table = before && tableOf(before);
    if (table !== undefined && !kept.has(table)) await connection.run(`DROP TABLE IF EXISTS audience.${ident(table)}`);
  }
}

function tableOf({ definition }: Audience): string | undefined {
  return definition.kind === 'snapshot' ? definition.table : undefined;
}
