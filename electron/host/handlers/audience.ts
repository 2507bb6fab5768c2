import { countAudience } from '../../../core/usecases/audience/count-audience';
import { removeAudience } from '../../../core/usecases/audience/remove-audience';
import { saveAudience } from '../../../core/usecases/audience/save-audience';
import type { HostState } from '../host-state';
import type { Group } from './group';

export function audienceHandlers(state: HostState): Group<'audience'> {
  const { context } = state;
  return {
    'audience.list': () => context().store.list('audience'),
    'audience.save': async ({ audience }) => {
      await saveAudience(context(), audience);
      return {};
    },
    'audience.remove': async ({ id }) => {
      await removeAudience(context(), id);
      return {};
    },
    'audience.count': async ({ id, asOf }, { signal }) => ({ rows: await countAudience(context(), id, state.asOf(asOf), signal) }),
  };
}
