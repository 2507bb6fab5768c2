import type { Rehearsal } from '../../../core/model/report';
import type { Page } from '../../../core/ports/engine';
import { rehearseCampaign } from '../../../core/usecases/campaign/rehearse-campaign';
import { emailByHand, mailByHand } from '../by-hand/waterfall';
import { everyone } from '../campaigns';
import { race } from '../measure';
import { against, type Row } from '../row';
import { forget } from '../world';

const enriched = `CREATE OR REPLACE TEMP TABLE enriched AS
  SELECT customer_id, s.name AS store_name, coalesce(orders, 0) AS orders, coalesce(spent, 0) AS spent
  FROM customers LEFT JOIN stores s USING (store_id)
  LEFT JOIN (SELECT customer_id, count(*) AS orders, sum(total) AS spent FROM orders GROUP BY customer_id) USING (customer_id)`;

/** Two messages over every customer with the full waterfall, against its sum written by hand. */
export const rehearsal: Row = async (world) => {
  const { ctx, asOf } = world;
  const measured = await race(
    { prepare: () => forget(world), run: () => rehearseCampaign(ctx, everyone, { asOf: asOf.instant }) },
    {
      run: () =>
        world.sql(async (c) => {
          await c.run(enriched);
          return {
            newsletter: await c.query(emailByHand(asOf, 'enriched', everyone.id), { limit: 100 }),
            postcard: await c.query(mailByHand(asOf, 'enriched', everyone.id), { limit: 100 }),
          };
        }),
    },
  );
  agree(measured.ours.last, measured.baseline.last);
  return [against('rehearsal of two messages to everyone', 1.5, measured)];
};

function agree({ waterfalls }: Rehearsal, byHand: Record<string, Page>): void {
  for (const { activity, sent } of waterfalls) {
    const page = byHand[activity];
    const at = page?.values[0]?.indexOf('sent') ?? -1;
    const found = Number(page?.values[1]?.[at]);
    if (found !== sent) throw new Error(`${activity}: ${sent} are sent, ${found} by hand`);
  }
}
