import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDocument } from '../../../../core/usecases/find-document';
import { rebuildEntities } from '../../../../core/usecases/import/rebuild-entities';
import { createSample } from '../../../../core/usecases/sample/create-sample';
import { openContext } from '../../../../electron/host/context';
import { writeSampleFiles } from '../../../../electron/host/sample/write-sample-files';
import { createWorkspace, openWorkspace } from '../../../../electron/host/workspace/open-workspace';

describe('a workspace whose engine keeps nothing', () => {
  it('has its rows again after it is opened again, and says which could not be had', { timeout: 60_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'muster-rebuild-'));
    const parts = openContext({ engine: 'wasm' });
    try {
      const first = await createWorkspace(join(folder, 'w'), { name: 'W', zone: 'UTC' }, parts.workspaceParts);
      const ctx = parts.contextOf(first);
      await createSample(ctx, ctx.sources, writeSampleFiles, { customers: 200, seed: 'again' });
      await first.close();

      const second = await openWorkspace(join(folder, 'w'), parts.workspaceParts);
      const again = parts.contextOf(second);
      const stores = findDocument(again, 'recipe', 'sample-stores');
      await again.store.commit([{ kind: 'recipe', id: stores.id, document: { ...stores, source: { ...stores.source, path: join(folder, 'gone.csv') } } }]);
      const problems = await rebuildEntities(again, again.sources);
      expect(problems).toMatchObject([{ code: 'model-not-rebuilt', details: { entity: 'stores', reason: 'import-file-missing' } }]);
      const connection = await again.connection();
      const page = await connection.query('SELECT count(*) FROM customers', { limit: 1 });
      expect(page.values[0]?.[0]).toBe(200);
      await connection.close();
      await second.close();
    } finally {
      await parts.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
