import { removeFilter } from '../../../core/usecases/filter/remove-filter';
import { saveFilter } from '../../../core/usecases/filter/save-filter';
import type { HostState } from '../host-state';
import type { Group } from './group';

export function filterHandlers({ context }: HostState): Group<'filter'> {
  return {
    'filter.list': () => context().store.list('filter'),
    'filter.save': async ({ filter }) => {
      await saveFilter(context(), filter);
      return {};
    },
    'filter.remove': async ({ id }) => {
      await removeFilter(context(), id);
      return {};
    },
  };
}
