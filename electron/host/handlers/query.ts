import { removeQuery, saveQuery } from '../../../core/usecases/query/save-query';
import type { HostState } from '../host-state';
import type { Group } from './group';

export function queryHandlers({ context }: HostState): Group<'query'> {
  return {
    'query.list': () => context().store.list('query'),
    'query.save': async ({ query }) => {
      await saveQuery(context(), query);
      return {};
    },
    'query.remove': async ({ id }) => {
      await removeQuery(context(), id);
      return {};
    },
  };
}
