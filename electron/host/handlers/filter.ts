import { removeFilter } from '../../../core/usecases/filter/remove-filter';
import { brokenByFilter, saveFilter } from '../../../core/usecases/filter/save-filter';
import type { HostState } from '../host-state';
import type { Group } from './group';

export function filterHandlers({ context }: HostState): Group<'filter'> {
  return {
    'filter.list': () => context().store.list('filter'),
    'filter.save': async ({ filter, force }) => {
      await saveFilter(context(), filter, { force });
      return {};
    },
    'filter.breaks': ({ filter }) => brokenByFilter(context(), filter),
    'filter.remove': async ({ id, force }) => {
      await removeFilter(context(), id, { force });
      return {};
    },
  };
}
