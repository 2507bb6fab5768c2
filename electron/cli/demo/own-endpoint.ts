import { endpointFormat, endpoint as endpointSchema } from '../../../core/model/endpoint';
import type { DeliverySummary } from '../../../core/model/report';
import { saveEndpoint } from '../../../core/usecases/delivery/save-endpoint';
import { syncDeliveries } from '../../../core/usecases/delivery/sync-deliveries';
import { startEndpoint } from '../../endpoint/start-endpoint';
import type { HostContext } from '../../host/context';
import { newSecret } from '../new-secret';
import type { Io } from '../perform';

export interface DemoSync {
  deliveries: DeliverySummary[];
  /** What the endpoint's ledger says really went out, seeds included. */
  messages: number;
  sentTwice: number;
}

/** Syncs to an endpoint started for this, and reads in its ledger what arrived. */
export async function syncToOwnEndpoint(ctx: HostContext, dir: string, io: Io): Promise<DemoSync> {
  const secret = newSecret();
  const running = await startEndpoint({ dir, port: 0, secret });
  try {
    const target = endpointSchema.parse({
      format: endpointFormat,
      id: 'demo',
      name: 'Demo endpoint',
      url: running.url,
      secret: 'demo',
      allowPrivate: true,
    });
    await saveEndpoint(ctx, target, secret);
    const onProgress = ({ chunksDone, chunks }: { chunksDone: number; chunks: number }) =>
      io.progress.show('Syncing', chunks === 0 ? 1 : chunksDone / chunks);
    const deliveries = await syncDeliveries(ctx, target, undefined, { signal: io.signal, onProgress });
    const effects = await running.ledger();
    const different = new Set(effects.map((e) => `${e.delivery} ${e.recipient_id}`));
    return { deliveries, messages: effects.length, sentTwice: effects.length - different.size };
  } finally {
    await running.close();
  }
}
