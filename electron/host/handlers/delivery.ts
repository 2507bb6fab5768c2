import { auditSync } from '../../../core/usecases/delivery/audit-sync';
import { listOutbox } from '../../../core/usecases/delivery/list-outbox';
import { removeEndpoint } from '../../../core/usecases/delivery/remove-endpoint';
import { saveEndpoint } from '../../../core/usecases/delivery/save-endpoint';
import { syncDeliveries } from '../../../core/usecases/delivery/sync-deliveries';
import { findDocument } from '../../../core/usecases/find-document';
import { listExports } from '../../../core/usecases/mail/list-exports';
import { createFiles } from '../files/create-files';
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
      await removeEndpoint(context(), id);
      return {};
    },
    'delivery.list': () => listOutbox(context()),
    'delivery.exports': () => listExports(context(), createFiles),
    'delivery.sync': async ({ endpoint, folders }, { signal, progress }) => {
      const ctx = context();
      const to = findDocument(ctx, 'endpoint', endpoint);
      const synced = await syncDeliveries(ctx, to, folders, { signal, onProgress: progress });
      await auditSync(ctx, to, synced);
      return synced;
    },
  };
}
