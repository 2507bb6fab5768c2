import { create } from 'zustand';
import { AppError, isAppError } from '../../core/base/errors';
import { type WorkUnderWay, workUnderWay } from '../../core/model/under-way';
import { useData } from './data';
import { clearDesk, saveDeskNow } from './desk';
import { call } from './host';
import { clearLibrary } from './library';
import { useSession } from './session';

type Answer = 'wait' | 'stop' | 'stay';

interface Asking {
  /** What would be cut off. */
  works: WorkUnderWay[];
  /** The workspace is left as soon as it is done. */
  waits: boolean;
  answer: (answer: Answer) => void;
}

/** What is asked before a workspace is left in which work is under way. */
export const useLeaving = create<{ asking?: Asking | undefined }>(() => ({}));

/**
 * Leaves the workspace. Where that would cut work off, it is asked first: to wait for it, to stop it, or to stay.
 * @throws AppError `cancelled` for who stays
 */
export async function leaving<T>(leave: (how: { stop?: true }) => Promise<T>): Promise<T> {
  let answer: Answer | undefined;
  let next: Promise<Answer> | undefined;
  try {
    for (;;) {
      const works = await leave(answer === 'stop' ? { stop: true } : {}).then(
        (value) => ({ left: value }),
        (error: unknown) => worksOf(error),
      );
      if ('left' in works) return works.left;
      next ??= ask(works.kinds, answer === 'wait');
      const said = await (answer === 'wait' ? beforeIdle(next) : next);
      if (said === undefined) continue;
      if (said === 'stay') throw new AppError('cancelled');
      answer = said;
      next = said === 'wait' ? ask(works.kinds, true) : undefined;
    }
  } finally {
    useLeaving.setState({ asking: undefined });
  }
}

/** What was said before nothing was under way any more, if anything. */
async function beforeIdle(next: Promise<Answer>): Promise<Answer | undefined> {
  const waiting = new AbortController();
  const idle = call('workspace.idle', {}, { signal: waiting.signal }).then(
    () => undefined,
    (error: unknown) => {
      if (!waiting.signal.aborted) throw error;
      return undefined;
    },
  );
  try {
    return await Promise.race([next, idle]);
  } finally {
    waiting.abort();
  }
}

function ask(works: WorkUnderWay[], waits: boolean): Promise<Answer> {
  return new Promise((answer) => useLeaving.setState({ asking: { works, waits, answer } }));
}

function worksOf(error: unknown): { kinds: WorkUnderWay[] } {
  if (!isAppError(error) || error.code !== 'work-under-way') throw error;
  return {
    kinds: String(error.details.works)
      .split(' ')
      .map((kind) => workUnderWay.parse(kind)),
  };
}

export async function leaveWorkspace(): Promise<void> {
  await saveDeskNow();
  await leaving((how) => call('workspace.close', how));
  // First of all, so that nobody asks anew about what changes with it.
  useSession.setState({ workspace: null, settings: null, draft: undefined, place: { name: 'home' }, campaign: undefined, left: undefined });
  clearDesk();
  clearLibrary();
  useData.setState({ model: { entities: [], links: [] } });
}
