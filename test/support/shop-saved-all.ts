import { shopAudiences, shopFilters, storeShopSnapshot } from './shop-audiences';
import { openShop, type ShopWorkspace } from './shop-workspace';

/** The shop with every saved audience and filter of its goldens. */
export async function openShopWithSaved(options: { engine?: 'native' | 'wasm' } = {}): Promise<ShopWorkspace> {
  const shop = await openShop(options);
  const connection = await shop.ctx.connection();
  await storeShopSnapshot(connection);
  await connection.close();
  await shop.ctx.store.commit([
    ...shopAudiences.map((document) => ({ kind: 'audience' as const, id: document.id, document })),
    ...shopFilters.map((document) => ({ kind: 'filter' as const, id: document.id, document })),
  ]);
  return shop;
}
