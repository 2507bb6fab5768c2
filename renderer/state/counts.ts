import { create } from 'zustand';
import type { Problem } from '../../core/base/problems';
import type { Campaign } from '../../core/model/campaign';
import type { TransitionCount } from '../../core/model/run';
import { asProblem, isCancelled } from './failures';
import { call } from './host';
import { runJob } from './jobs';

interface Counts {
  /** Exact rows by `activity/output`. What is not in here is not known. */
  rows: ReadonlyMap<string, number>;
  counting: boolean;
  /** The as-of instant of the last finished count. */
  asOf: string | undefined;
  reused: number;
  computed: number;
  problems: Problem[];
}

const nothing: Counts = { rows: new Map(), counting: false, asOf: undefined, reused: 0, computed: 0, problems: [] };

export const useCounts = create<Counts>(() => nothing);

export function countKey(activity: string, output: string): string {
  return `${activity}/${output}`;
}

const pause = 250;
let timer: ReturnType<typeof setTimeout> | undefined;
let control: AbortController | undefined;

function cancel(): void {
  clearTimeout(timer);
  control?.abort();
  control = undefined;
}

export function forgetCounts(): void {
  cancel();
  useCounts.setState(nothing);
}

/** Forgets the counts of stale activities, cancels what is being counted, and counts again after a short pause. */
export function recount(campaign: Campaign, stale: ReadonlySet<string>, label: string): void {
  cancel();
  const kept = [...useCounts.getState().rows].filter(([key]) => !stale.has(key.slice(0, key.indexOf('/'))));
  useCounts.setState({ rows: new Map(kept), counting: true });
  const mine = new AbortController();
  control = mine;
  timer = setTimeout(() => void count(campaign, mine.signal, label), pause);
}

async function count(campaign: Campaign, signal: AbortSignal, label: string): Promise<void> {
  const take = (counted: readonly TransitionCount[]) => {
    if (signal.aborted) return;
    const fresh = counted.map((c): [string, number] => [countKey(c.activity, c.output), c.rows]);
    useCounts.setState((state) => ({ rows: new Map([...state.rows, ...fresh]) }));
  };
  try {
    const report = await runJob(
      label,
      (job) =>
        call(
          'campaign.count',
          { campaign },
          {
            signal: job.signal,
            onProgress: (progress) => {
              take(progress.counted);
              job.report(progress.steps ? progress.done / progress.steps : 0);
            },
          },
        ),
      signal,
    );
    if (signal.aborted) return;
    const rows = new Map(report.counts.map((c): [string, number] => [countKey(c.activity, c.output), c.rows]));
    useCounts.setState({
      rows,
      counting: false,
      asOf: report.asOf,
      reused: report.reused,
      computed: report.computed,
      problems: report.problems,
    });
  } catch (error) {
    if (signal.aborted) return;
    const found = isCancelled(error) ? [] : [{ ...asProblem(error), severity: 'error' as const, place: [] }];
    useCounts.setState({ counting: false, problems: found });
  }
}
