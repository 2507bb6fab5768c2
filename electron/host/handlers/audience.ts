import { countAudience } from '../../../core/usecases/audience/count-audience';
import { diffAudience } from '../../../core/usecases/audience/diff-audience';
import { overlapAudiences } from '../../../core/usecases/audience/overlap-audiences';
import { removeAudience } from '../../../core/usecases/audience/remove-audience';
import { saveAudience } from '../../../core/usecases/audience/save-audience';
import { saveRegionRule } from '../../../core/usecases/audience/save-region-rule';
import type { HostState } from '../host-state';
import type { Group } from './group';

export function audienceHandlers(state: HostState): Group<'audience'> {
  const { context } = state;
  return {
    'audience.list': () => context().store.list('audience'),
    'audience.save': async ({ audience, force }) => {
      await saveAudience(context(), audience, { force });
      return {};
    },
    'audience.remove': async ({ id, force }) => {
      await removeAudience(context(), id, { force });
      return {};
    },
    'audience.diff': ({ asOf, ...change }, { signal }) => diffAudience(context(), change, { asOf: state.asOf(asOf), signal }),
    'audience.overlap': ({ audiences, asOf }, { signal }) => overlapAudiences(context(), audiences, { asOf: state.asOf(asOf), signal }),
    'audience.saveRegion': async ({ id, name, ...region }) => ({ audience: await saveRegionRule(context(), region, { id, name }) }),
    'audience.count': async ({ id, asOf }, { signal }) => ({ rows: await countAudience(context(), id, state.asOf(asOf), signal) }),
  };
}
