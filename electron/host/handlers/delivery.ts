import { listDeliveries } from '../../../core/usecases/delivery/list-deliveries';
import { saveEndpoint } from '../../../core/usecases/delivery/save-endpoint';
import { syncDeliveries } from '../../../core/usecases/delivery/sync-deliveries';
import { findDocument } from '../../../core/usecases/find-document';
import type { HostState } from '../host-state';
import type { Group } from './group';

export function deliveryHandlers({ context }: HostState): Group<'endpoint' | 'delivery'> {
  return {
    'endpoint.list': () => context().store.list('endpoint'),
    'endpoint.save': async ({ endpoint, secret }) => {
      await saveEndpoint(context(), endpoint, secret);
      return {};
    },
    'endpoint.remove': async ({ id }) => {
      await context().store.commit([{ kind: 'endpoint', id, document: null }]);
      return {};
    },
    'delivery.list': () => listDeliveries(context()),
    'delivery.sync': ({ endpoint, folders }, { signal, progress }) => {
      const ctx = context();
      return syncDeliveries(ctx, findDocument(ctx, 'endpoint', endpoint), folders, { signal, onProgress: progress });
    },
  };
}
