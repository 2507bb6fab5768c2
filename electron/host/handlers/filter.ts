import { findDocument } from '../../../core/usecases/find-document';
import type { HostState } from '../host-state';
import type { Group } from './group';

export function filterHandlers(state: HostState): Group<'filter'> {
  const { context } = state;
  return {
    'filter.list': () => context().store.list('filter'),
    'filter.save': async ({ filter }) => {
      await context().store.commit([{ kind: 'filter', id: filter.id, document: filter }]);
      return {};
    },
    'filter.remove': async ({ id }) => {
      findDocument(context(), 'filter', id);
      await context().store.commit([{ kind: 'filter', id, document: null }]);
      return {};
    },
  };
}
