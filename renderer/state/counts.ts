import { create } from 'zustand';
import type { Problem } from '../../core/base/problems';
import type { Campaign } from '../../core/model/campaign';
import type { Look } from '../../core/model/look';
import type { TransitionCount } from '../../core/model/run';
import { asProblem, attempt, isCancelled } from './failures';
import { call } from './host';
import { runJob } from './jobs';
import { outputsOf } from './outputs';

interface Counts {
  /** Exact rows by `activity/output`. What is not in here is not known. */
  rows: ReadonlyMap<string, number>;
  counting: boolean;
  /** The as-of instant of the last finished count. */
  asOf: string | undefined;
  reused: number;
  computed: number;
  problems: Problem[];
  /** What the counts were when the campaign was last open, and when that was. */
  seen: { rows: ReadonlyMap<string, number>; at: string } | undefined;
  /** What the counts that the last edit changed were before it. */
  edited: ReadonlyMap<string, number>;
}

const none: ReadonlyMap<string, number> = new Map();
const nothing: Counts = {
  rows: none,
  counting: false,
  asOf: undefined,
  reused: 0,
  computed: 0,
  problems: [],
  seen: undefined,
  edited: none,
};

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

const byKey = (counts: readonly TransitionCount[]) => new Map(counts.map((c) => [countKey(c.activity, c.output), c.rows]));

/** Begins anew; what was last seen is what new counts are compared with. */
export function forgetCounts(last?: Look): void {
  cancel();
  useCounts.setState({ ...nothing, seen: last && { rows: byKey(last.counts), at: last.at } });
}

/** Whether every arrow that carries people has its number. */
export function allCounted({ flow }: Campaign, rows: Counts['rows']): boolean {
  return flow.activities.every((a) => a.disabled || outputsOf(a).every((output) => rows.has(countKey(a.id, output))));
}

const activityOf = (key: string) => key.slice(0, key.indexOf('/'));

/** Edits in a row, before they are counted, are compared with what was before the first. */
function beforeEdit({ rows, edited, counting }: Counts, stale: ReadonlySet<string>): ReadonlyMap<string, number> {
  const known = [...rows].filter(([key]) => stale.has(activityOf(key)));
  return new Map(counting ? [...known, ...edited] : known);
}

/** What the status line calls counting, and keeping what the next count reads once everything is counted. */
export interface CountingWords {
  counting: string;
  keeping: string;
}

/** Forgets the counts of stale activities, cancels what is being counted, and counts again after a short pause. `others` hold other people than before. */
export function recount(
  campaign: Campaign,
  stale: ReadonlySet<string>,
  said: CountingWords,
  others: ReadonlySet<string> = new Set(),
): void {
  cancel();
  const before = useCounts.getState();
  const kept = [...before.rows].filter(([key]) => !stale.has(activityOf(key)));
  const edited = [...beforeEdit(before, stale)].filter(([key]) => !others.has(activityOf(key)));
  useCounts.setState({ rows: new Map(kept), counting: true, edited: new Map(edited) });
  const mine = new AbortController();
  control = mine;
  timer = setTimeout(() => void count(campaign, mine.signal, said), pause);
}

async function count(campaign: Campaign, signal: AbortSignal, said: CountingWords): Promise<void> {
  const take = (counted: readonly TransitionCount[]) => {
    if (signal.aborted) return;
    useCounts.setState((state) => {
      const rows = new Map([...state.rows, ...byKey(counted)]);
      // What is kept afterwards, for the next count, nobody waits for.
      return { rows, counting: !allCounted(campaign, rows) };
    });
  };
  try {
    const report = await runJob(
      said.counting,
      (job) =>
        call(
          'campaign.count',
          { campaign },
          {
            signal: job.signal,
            onProgress: (progress) => {
              take(progress.counted);
              if (!useCounts.getState().counting) job.rename(said.keeping);
              job.report(progress.steps ? progress.done / progress.steps : 0);
            },
          },
        ),
      signal,
    );
    if (signal.aborted) return;
    useCounts.setState({
      rows: byKey(report.counts),
      counting: false,
      asOf: report.asOf,
      reused: report.reused,
      computed: report.computed,
      problems: report.problems,
    });
    const look = { at: new Date().toISOString(), counts: report.counts };
    attempt(() => call('campaign.keepLook', { id: campaign.id, look }));
  } catch (error) {
    if (signal.aborted) return;
    const found = isCancelled(error) ? [] : [{ ...asProblem(error), severity: 'error' as const, place: [] }];
    useCounts.setState({ counting: false, problems: found });
  }
}
