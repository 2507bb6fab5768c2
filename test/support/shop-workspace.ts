import { openEmpty, type TestWorkspace } from './empty-workspace';
import { fillShop, shopModel, shopWorkspace } from './shop';

export type ShopWorkspace = TestWorkspace;

/** A real workspace on disk that holds the shop. */
export async function openShop(options: { engine?: 'native' | 'wasm' } = {}): Promise<ShopWorkspace> {
  const opened = await openEmpty(options);
  const { ctx } = opened;
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
  return opened;
}
