import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../../core/base/errors';
import type { Context } from '../../../core/usecases/context';
import { profileColumns } from '../../../core/usecases/data/profile-columns';
import { removeEntity } from '../../../core/usecases/data/remove-entity';
import { previewImport } from '../../../core/usecases/import/preview-import';
import { runImport } from '../../../core/usecases/import/run-import';
import { figuresTable, keptFigures } from '../../../core/usecases/kept-figures';
import { withConnection } from '../../../core/usecases/with-connection';
import { settleWorkspace } from '../../../core/usecases/workspace/settle-workspace';
import { openContext } from '../../../electron/host/context';
import { createWorkspace, openWorkspace } from '../../../electron/host/workspace/open-workspace';

let base = '';
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'muster-figures-'));
});
afterEach(() => rm(base, { recursive: true, force: true }));

/** A session of its own in a workspace that stays. */
async function session<T>(work: (ctx: Context) => Promise<T>, isNew = false): Promise<T> {
  const parts = openContext();
  const folder = join(base, 'workspace');
  const workspace = isNew
    ? await createWorkspace(folder, { name: 'Figures', zone: 'UTC' }, parts.workspaceParts)
    : await openWorkspace(folder, parts.workspaceParts);
  try {
    const ctx = parts.contextOf(workspace);
    await settleWorkspace(ctx, ctx.sources);
    return await work(ctx);
  } finally {
    await workspace.close();
    await parts.close();
  }
}

async function load(ctx: Context, content: string): Promise<void> {
  const path = join(base, 'people.csv');
  await writeFile(path, content);
  const { format, dialect, columns, key } = await previewImport(ctx, ctx.sources, { path });
  const source = { path, format, ...(dialect ? { dialect } : {}) };
  await runImport(ctx, ctx.sources, { format: 2, kind: 'file', id: 'people', entity: 'people', source, columns, key, mode: 'replace' });
}

const sql = (ctx: Context, text: string) => withConnection(ctx, (connection) => connection.query(text, { limit: 1000 }));
const kept = async (ctx: Context) => Number((await sql(ctx, `SELECT count(*) FROM ${figuresTable}`)).values[0]?.[0]);

const numbers = { name: 'test', schema: z.array(z.number()) };
const asked = (key: string, entities: string[] = ['people']) => ({ sort: numbers, key, entities });
const unasked = () => Promise.reject(new Error('it was measured again'));

it('are known to the next session, until the data are others', async () => {
  const first = await session(async (ctx) => {
    await load(ctx, 'id,x\n1,5\n2,6\n');
    return profileColumns(ctx, 'people');
  }, true);
  await session(async (ctx) => {
    await sql(ctx, 'DELETE FROM main.people');
    expect(await profileColumns(ctx, 'people')).toEqual(first);
    await load(ctx, 'id,x\n1,5\n2,6\n3,7\n');
    expect((await profileColumns(ctx, 'people'))[0]).toMatchObject({ rows: 3 });
  });
});

it('go with the data they tell of', async () => {
  await session(async (ctx) => {
    await load(ctx, 'id,x\n1,5\n2,6\n');
    await profileColumns(ctx, 'people');
    await keptFigures(ctx, asked('of nothing', []), async () => [1]);
    expect(await kept(ctx)).toBe(2);
    await load(ctx, 'id,x\n1,5\n');
    await keptFigures(ctx, asked('another'), async () => [2]);
    expect(await kept(ctx)).toBe(2);
    await removeEntity(ctx, 'people');
  }, true);
  await session(async (ctx) => expect(await kept(ctx)).toBe(1));
});

it('are bounded, those measured last stay', () =>
  session(async (ctx) => {
    const many = `INSERT INTO ${figuresTable} SELECT 'n' || i, 'test', entities, state, measured_at - i, value FROM ${figuresTable}, range(1, 600) AS t(i)`;
    await keptFigures(ctx, asked('first'), async () => [1]);
    await sql(ctx, many);
    await keptFigures(ctx, asked('last'), async () => [2]);
    expect(await kept(ctx)).toBe(500);
    expect(await keptFigures(ctx, asked('last'), unasked)).toEqual([2]);
  }, true));

it('of another shape are measured again', () =>
  session(async (ctx) => {
    await keptFigures(ctx, asked('some'), async () => [1]);
    const words = { ...asked('some'), sort: { name: 'test', schema: z.array(z.string()) } };
    expect(await keptFigures(ctx, words, async () => ['one'])).toEqual(['one']);
  }, true));

it('are looked up without making anything, also where none was ever kept', () =>
  session(async (ctx) => {
    const tables = async () => (await sql(ctx, "SELECT table_name FROM duckdb_tables() WHERE table_name = 'figures'")).values[0] ?? [];
    expect(await tables()).toEqual([]);
    const ran: string[] = [];
    const watched: Context = {
      ...ctx,
      connection: async () => {
        const connection = await ctx.connection();
        const run: typeof connection.run = (text, options) => {
          ran.push(text);
          return connection.run(text, options);
        };
        return { ...connection, run };
      },
    };
    await expect(keptFigures(watched, asked('some'), unasked)).rejects.toThrow('it was measured again');
    expect([ran, await tables()]).toEqual([[], []]);
    await keptFigures(ctx, asked('some'), async () => [1]);
    expect(await keptFigures(watched, asked('some'), unasked)).toEqual([1]);
    expect([ran, await tables()]).toEqual([[], ['figures']]);
    await sql(ctx, `DROP TABLE ${figuresTable}`);
    expect(await keptFigures(ctx, asked('some'), async () => [2])).toEqual([2]);
    expect(await keptFigures(watched, asked('some'), unasked)).toEqual([2]);
  }, true));

it('are told where there is no room to keep them', () =>
  session(async (ctx) => {
    const full: Context = {
      ...ctx,
      connection: async () => {
        const connection = await ctx.connection();
        const run: typeof connection.run = (text, options) =>
          text.startsWith('INSERT')
            ? Promise.reject(new AppError('disk-full', { file: 'entities.duckdb' }))
            : connection.run(text, options);
        return { ...connection, run };
      },
    };
    expect(await keptFigures(full, asked('some'), async () => [1])).toEqual([1]);
    expect(await keptFigures(ctx, asked('some'), async () => [2])).toEqual([2]);
  }, true));
