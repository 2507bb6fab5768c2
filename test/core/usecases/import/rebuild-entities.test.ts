import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileRecipe } from '../../../../core/model/recipe';
import { previewImport } from '../../../../core/usecases/import/preview-import';
import { rebuildEntities } from '../../../../core/usecases/import/rebuild-entities';
import { runImport } from '../../../../core/usecases/import/run-import';
import { type HostContext, openContext } from '../../../../electron/host/context';
import { createWorkspace, openWorkspace } from '../../../../electron/host/workspace/open-workspace';

async function load(ctx: HostContext, path: string, entity: string): Promise<void> {
  const { format, dialect, columns } = await previewImport(ctx, ctx.sources, { path });
  await runImport(
    ctx,
    ctx.sources,
    fileRecipe.parse({
      format: 2,
      kind: 'file',
      id: entity,
      entity,
      source: { path, format, dialect },
      columns,
      key: ['id'],
      mode: 'replace',
    }),
  );
}

describe('a workspace whose engine keeps nothing', () => {
  it('has its rows again after it is opened again, and says which could not be had', { timeout: 60_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'muster-rebuild-'));
    const parts = openContext({ engine: 'wasm' });
    const [people, stores] = [join(folder, 'people.csv'), join(folder, 'stores.csv')];
    await writeFile(people, 'id,name\n1,Zoë\n2,Ana\n');
    await writeFile(stores, 'id,town\n1,Lyon\n');
    try {
      const first = await createWorkspace(join(folder, 'w'), { name: 'W', zone: 'UTC' }, parts.workspaceParts);
      await load(parts.contextOf(first), people, 'people');
      await writeFile(people, 'id,name\n1,Zoë\n2,Ana\n3,Bo\n');
      await load(parts.contextOf(first), people, 'people');
      await load(parts.contextOf(first), stores, 'stores');
      await first.close();
      await rm(stores);

      const second = await openWorkspace(join(folder, 'w'), parts.workspaceParts);
      const ctx = parts.contextOf(second);
      const problems = await rebuildEntities(ctx, ctx.sources);
      expect(problems).toMatchObject([{ code: 'model-not-rebuilt', details: { entity: 'stores', reason: 'import-file-missing' } }]);
      const connection = await ctx.connection();
      const page = await connection.query('SELECT name FROM people ORDER BY id', { limit: 9 });
      expect(page.values[0]).toEqual(['Zoë', 'Ana', 'Bo']);
      await expect(connection.query('SELECT * FROM stores', { limit: 1 })).rejects.toMatchObject({ code: 'sql-error' });
      await connection.close();
      await second.close();
    } finally {
      await parts.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
