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
}

/** Runs `work` as a job in the status line. An outer `signal` cancels it too. */
export async function runJob<T>(label: string, work: (handle: Handle) => Promise<T>, signal?: AbortSignal): Promise<T> {
  const id = next++;
  const control = new AbortController();
  signal?.addEventListener('abort', () => control.abort(), { once: true });
  if (signal?.aborted) control.abort();
  const change = (edit: (running: Job[]) => Job[]) => useJobs.setState((state) => ({ running: edit(state.running) }));
  change((running) => [...running, { id, label, share: undefined, cancel: () => control.abort() }]);
  try {
    return await work({
      signal: control.signal,
      report: (share) => change((running) => running.map((job) => (job.id === id ? { ...job, share } : job))),
    });
  } finally {
    change((running) => running.filter((job) => job.id !== id));
  }
}
