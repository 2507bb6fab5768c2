import { version } from '../../../package.json';
import type { HostState } from '../host-state';
import type { Group } from './group';

export function appHandlers({ options, recent }: HostState): Group<'app'> {
  return {
    'app.hello': () => ({ version, shell: options.shell, home: options.home }),
    'app.recent': () => recent.list(),
    'app.forgetRecent': async ({ folder }) => {
      await recent.forget(folder);
      return {};
    },
  };
}
