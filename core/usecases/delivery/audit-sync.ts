import { instantOf } from '../../base/instant';
import type { Endpoint } from '../../model/endpoint';
import type { DeliverySummary } from '../../model/report';
import type { Context } from '../context';

/** Notes in the audit log what left this machine for an endpoint. */
export async function auditSync(
  ctx: Pick<Context, 'store' | 'clock'>,
  endpoint: Endpoint,
  synced: readonly DeliverySummary[],
): Promise<void> {
  for (const { folder, manifest, recipients, state } of synced) {
    if (state !== 'delivered') continue;
    const at = instantOf(ctx.clock.now());
    const details = { endpoint: endpoint.id, url: endpoint.url, delivery: folder, recipients, manifest };
    await ctx.store.commit([], { at, action: 'sync', details });
  }
}
