import { create } from 'zustand';
import { isAppError } from '../../core/base/errors';
import type { Problem } from '../../core/base/problems';
import type { ToldStep, UndoDirection, UndoPlace } from '../../core/model/undo';

const saidFor = 5000;
/** Long enough to read and to take back. */
const stepSaidFor = 10_000;

/** What is said in the corner of the window until it is dismissed or has been read. */
export interface Saying {
  id: number;
  tone: 'plain' | 'danger' | 'success' | 'warning';
  problem?: Pick<Problem, 'code' | 'details'>;
  text?: string;
  /** What was done, undone or redone in a place. */
  step?: { place: UndoPlace; step: ToldStep; is: 'done' | UndoDirection };
  /** What may be done about it; then it is gone. */
  action?: { label: string; run: () => void };
}

interface Sayings {
  shown: Saying[];
  say: (saying: Omit<Saying, 'id'>) => void;
  dismiss: (id: number) => void;
}

type Said = Saying['problem'];

/** The same problem again takes the place of what was said of it before. */
const isSame = (a: Said, b: Said) => JSON.stringify([a?.code, a?.details]) === JSON.stringify([b?.code, b?.details]);

let next = 1;

export const useSayings = create<Sayings>((set) => ({
  shown: [],
  say: (saying) => {
    const id = next++;
    // What an older one would take back is not the last step of its place any more.
    const isOld = ({ step, problem, tone, text }: Saying) =>
      (tone === 'plain' && text === saying.text) ||
      (step !== undefined && step.place === saying.step?.place) ||
      (problem !== undefined && isSame(problem, saying.problem));
    set(({ shown }) => ({ shown: [...shown.filter((s) => !isOld(s)).slice(-3), { ...saying, id }] }));
    if (saying.tone === 'success') {
      setTimeout(() => set((state) => ({ shown: state.shown.filter((s) => s.id !== id) })), saying.step ? stepSaidFor : saidFor);
    }
  },
  dismiss: (id) => set((state) => ({ shown: state.shown.filter((s) => s.id !== id) })),
}));

/** An error as a problem with words; what is not an AppError is a defect and is shown as one. */
export function asProblem(error: unknown): Pick<Problem, 'code' | 'details'> {
  if (isAppError(error)) return { code: error.code, details: error.details };
  return { code: 'defect', details: { message: error instanceof Error ? error.message : String(error) } };
}

export function isCancelled(error: unknown): boolean {
  return isAppError(error) && error.code === 'cancelled';
}

/** Shows an error; a cancelled call is what someone wanted and says nothing. */
export function fail(error: unknown): void {
  if (!isCancelled(error)) useSayings.getState().say({ tone: 'danger', problem: asProblem(error) });
}

/** Runs something nobody waits for and shows its error. */
export function attempt(work: () => Promise<unknown>): void {
  work().catch(fail);
}
