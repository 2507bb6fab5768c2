import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../core/usecases/context';
import { openContext } from '../../electron/host/context';
import { createWorkspace, type OpenWorkspace } from '../../electron/host/workspace/open-workspace';
import { fillShop, shopModel, shopWorkspace } from './shop';

export interface ShopWorkspace {
  ctx: Context;
  workspace: OpenWorkspace;
  close(): Promise<void>;
}

/** A real workspace on disk that holds the shop. */
export async function openShop(options: { engine?: 'native' | 'wasm' } = {}): Promise<ShopWorkspace> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-shop-'));
  const parts = openContext(options);
  const workspace = await createWorkspace(join(folder, 'shop'), { name: 'Shop', zone: 'Europe/Paris' }, parts.workspaceParts);
  const ctx = parts.contextOf(workspace);
  const connection = await ctx.connection();
  await fillShop(connection);
  await connection.close();
  const [settings] = ctx.store.list('workspace');
  if (!settings) throw new Error('a new workspace has settings');
  await ctx.store.commit([
    ...shopModel.entities.map((document) => ({ kind: 'entity' as const, id: document.name, document })),
    ...shopModel.links.map((document) => ({ kind: 'link' as const, id: `${document.from}.${document.name}`, document })),
    { kind: 'workspace', id: settings.id, document: { ...shopWorkspace, id: settings.id } },
  ]);
  return {
    ctx,
    workspace,
    async close() {
      await workspace.close();
      await parts.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
