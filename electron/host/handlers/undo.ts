import { peekSteps, walkStep } from '../../../core/usecases/undo/walk';
import type { HostState } from '../host-state';
import type { Group } from './group';

export function undoHandlers(state: HostState): Group<'undo'> {
  return {
    'undo.peek': ({ place }) => peekSteps(state.context(), place),
    'undo.walk': async ({ place, direction }) => {
      const told = await walkStep(state.context(), place, direction);
      // Rows may have come, gone or been derived anew.
      if (place === 'data') state.renewAsOf();
      return told;
    },
  };
}
