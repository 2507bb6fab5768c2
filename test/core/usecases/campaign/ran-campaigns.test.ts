import { expect, it } from 'vitest';
import { ranCampaigns } from '../../../../core/usecases/campaign/ran-campaigns';
import { runCampaign } from '../../../../core/usecases/campaign/run-campaign';
import { openShop } from '../../../support/shop-workspace';
import { at, build, campaignOf, email, save, vips } from '../../../support/steered';

it('tells how often a campaign ran and when last; what was cut off before it froze anything is no run', async () => {
  const shop = await openShop();
  try {
    await save(shop, campaignOf('spring', [build('a', vips), email('m')], ['a m']));
    await save(shop, campaignOf('summer', [build('a', vips), email('m')], ['a m']));
    expect(ranCampaigns(shop.ctx)).toEqual([]);
    for (const moment of ['2026-05-12T09:30:00.000Z', '2026-05-14T09:30:00.000Z'])
      await runCampaign(at(shop, moment), 'spring', { asOf: '2026-05-10T08:00:00.000Z' });
    const [run] = shop.ctx.store.list('run');
    if (!run) throw new Error('nothing has run');
    const cutOff = { ...run, id: 'cut-off', campaign: 'summer', state: 'outdated' as const, deliveries: [], exports: [] };
    await shop.ctx.store.commit([{ kind: 'run', id: cutOff.id, document: cutOff }]);
    expect(ranCampaigns(shop.ctx)).toEqual([{ campaign: 'spring', runs: 2, last: expect.stringMatching(/^2026-05-14T09:30:00/) }]);
  } finally {
    await shop.close();
  }
});
