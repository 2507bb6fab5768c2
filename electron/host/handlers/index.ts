import type { MusterContract } from '../../../core/rpc/contract';
import type { Handlers } from '../../../core/rpc/define';
import { createHostState, type HostOptions } from '../host-state';
import { appHandlers } from './app';
import { audienceHandlers } from './audience';
import { campaignHandlers } from './campaign';
import { dataHandlers } from './data';
import { deliveryHandlers } from './delivery';
import { filterHandlers } from './filter';
import { forWindow } from './for-window';
import { importHandlers } from './import';
import { populationHandlers } from './population';
import { queryHandlers } from './query';
import { ruleHandlers } from './rule';
import { sqlHandlers } from './sql';
import { undoHandlers } from './undo';
import { watched } from './watched';
import { workspaceHandlers } from './workspace';

export interface Host {
  /** What one window may ask; another gets its own. */
  handlers(): Handlers<MusterContract>;
  close(): Promise<void>;
}

/** Everything behind the window: the same handlers serve Electron's utility process and the browser shell. */
export function createHost(options: HostOptions): Host {
  const state = createHostState(options);
  const handlers = {
    ...appHandlers(state),
    ...workspaceHandlers(state),
    ...importHandlers(state),
    ...dataHandlers(state),
    ...campaignHandlers(state),
    ...audienceHandlers(state),
    ...populationHandlers(state),
    ...filterHandlers(state),
    ...ruleHandlers(state),
    ...sqlHandlers(state),
    ...queryHandlers(state),
    ...deliveryHandlers(state),
    ...undoHandlers(state),
  };
  return { handlers: () => watched(forWindow(handlers, state), state.works), close: () => state.close() };
}
