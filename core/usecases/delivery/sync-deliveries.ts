import { isAppError } from '../../base/errors';
import type { Endpoint } from '../../model/endpoint';
import type { DeliverySummary } from '../../model/report';
import { listDeliveries } from './list-deliveries';
import type { SyncPorts } from './ports';
import { problemOf } from './summary';
import { type SyncOptions, syncDelivery } from './sync-delivery';

/**
 * Syncs the folders named, or all that are not delivered, one after the other. One that waits or stopped does not hold up the
 * others: it is in the answer with its problem.
 * @throws AppError `cancelled`, and what concerns the endpoint as a whole: `delivery-no-secret`, `delivery-bad-secret`
 */
export async function syncDeliveries(
  ports: SyncPorts,
  endpoint: Endpoint,
  folders?: readonly string[],
  options: SyncOptions = {},
): Promise<DeliverySummary[]> {
  const known = await listDeliveries(ports);
  const wanted = known.filter((delivery) => (folders === undefined ? delivery.state !== 'delivered' : folders.includes(delivery.folder)));
  const synced: DeliverySummary[] = [];
  for (const delivery of wanted) synced.push(await syncOne(ports, delivery, endpoint, options));
  return synced;
}

async function syncOne(ports: SyncPorts, delivery: DeliverySummary, endpoint: Endpoint, options: SyncOptions): Promise<DeliverySummary> {
  try {
    return await syncDelivery(ports, delivery.folder, endpoint, options);
  } catch (error) {
    if (!isAppError(error) || ['cancelled', 'delivery-no-secret', 'delivery-bad-secret'].includes(error.code)) throw error;
    return { ...delivery, state: error.code === 'delivery-waiting' ? 'waiting' : 'stopped', problem: problemOf(delivery.folder, error) };
  }
}
