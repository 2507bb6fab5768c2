import { create } from 'zustand';

/** Work under way that the status line shows and can cancel. `share` is between 0 and 1. */
export interface Job {
  id: number;
  label: string;
  share: number | undefined;
  cancel: () => void;
}

export const useJobs = create<{ running: Job[] }>(() => ({ running: [] }));

let next = 1;

interface Handle {
  signal: AbortSignal;
  report: (share: number) => void;
  /** Names it otherwise: what it does now is something else. */
  rename: (label: string) => void;
}

/** Runs `work` as a job in the status line. An outer `signal` cancels it too. */
export async function runJob<T>(label: string, work: (handle: Handle) => Promise<T>, signal?: AbortSignal): Promise<T> {
  const id = next++;
  const control = new AbortController();
  signal?.addEventListener('abort', () => control.abort(), { once: true });
  if (signal?.aborted) control.abort();
  const change = (edit: (running: Job[]) => Job[]) => useJobs.setState((state) => ({ running: edit(state.running) }));
  const tell = (news: Partial<Job>) => change((running) => running.map((job) => (job.id === id ? { ...job, ...news } : job)));
  change((running) => [...running, { id, label, share: undefined, cancel: () => control.abort() }]);
  try {
    return await work({ signal: control.signal, report: (share) => tell({ share }), rename: (label) => tell({ label }) });
  } finally {
    change((running) => running.filter((job) => job.id !== id));
  }
}
