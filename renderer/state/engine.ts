import { create } from 'zustand';
import type { EngineState } from '../../core/model/report';
import { useCounts } from './counts';
import { attempt } from './failures';
import { call } from './host';
import { useSession } from './session';

/** What the engine held when it was last asked; null until then. */
export const useEngine = create<{ state: EngineState | null }>(() => ({ state: null }));

const pause = 1000;
let timer: ReturnType<typeof setTimeout> | undefined;

export async function refreshEngine(): Promise<void> {
  clearTimeout(timer);
  useEngine.setState({ state: useSession.getState().workspace ? await call('workspace.engine', {}) : null });
}

/** Asks once work has come to rest, so that it costs nothing while nothing happens and delays nothing while something does. */
function refreshSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => attempt(refreshEngine), pause);
}

useCounts.subscribe(({ counting }, before) => before.counting && !counting && refreshSoon());
useSession.subscribe(({ workspace }, before) => workspace !== before.workspace && refreshSoon());

/** Drops what is kept of earlier work; it is made again when it is asked for. */
export async function freeWorktables(): Promise<void> {
  useEngine.setState({ state: await call('workspace.freeWorktables', {}) });
}
