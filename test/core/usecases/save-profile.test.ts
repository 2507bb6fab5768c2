import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveProfile } from '../../../core/usecases/workspace/save-profile';
import { shopWorkspace } from '../../support/shop';
import { openShop, type ShopWorkspace } from '../../support/shop-workspace';

let shop: ShopWorkspace;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const { profile } = shopWorkspace;
if (!profile?.history) throw new Error('the shop has a history');
const { history } = profile;
const kept = () => shop.ctx.store.list('workspace')[0]?.profile?.history;

it('a history is kept once all it names is there', async () => {
  const byEmail = { ...history, status: undefined, unsent: ['lost'] };
  await saveProfile(shop.ctx, { ...profile, history: byEmail });
  expect(kept()?.unsent).toEqual(['lost']);
});

it.each([
  ['log', { ...history, entity: 'log' }],
  ['person', { ...history, profile: ['person'] }],
  ['when', { ...history, at: 'when' }],
  ['state', { ...history, status: 'state' }],
  ['letter', { ...history, message: 'letter' }],
])('a history that names %s, which is not there, is not', async (name, named) => {
  const before = kept();
  await expect(saveProfile(shop.ctx, { ...profile, history: named })).rejects.toMatchObject({ code: 'not-found', details: { name } });
  expect(kept()).toEqual(before);
});
