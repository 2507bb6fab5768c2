import { expect, it } from 'vitest';
import { runCampaign } from '../../../../core/usecases/campaign/run-campaign';
import { listOutbox } from '../../../../core/usecases/delivery/list-outbox';
import { openShop } from '../../../support/shop-workspace';
import { at, build, campaignOf, email, save, vips } from '../../../support/steered';

it('tells the moment of each run, the last that was frozen first', async () => {
  const shop = await openShop();
  try {
    await save(shop, campaignOf('spring', [build('a', vips), email('m')], ['a m']));
    const asOf = ['2026-05-10T08:00:00.000Z', '2026-05-12T08:00:00.000Z', '2026-05-11T08:00:00.000Z'];
    for (const [n, moment] of asOf.entries()) await runCampaign(at(shop, `2026-05-12T09:30:0${n}.000Z`), 'spring', { asOf: moment });
    const told = await listOutbox(shop.ctx);
    expect(told.map((delivery) => delivery.asOf)).toEqual(asOf.toReversed());
    expect(told.map((delivery) => delivery.frozenAt?.slice(17, 19))).toEqual(['02', '01', '00']);
  } finally {
    await shop.close();
  }
});
