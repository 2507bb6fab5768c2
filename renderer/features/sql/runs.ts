import { create } from 'zustand';
import { AppError, isAppError } from '../../../core/base/errors';
import { changedSince, type DataModel } from '../../../core/model/entity';
import type { Parameter } from '../../../core/model/variable';
import type { MusterContract } from '../../../core/rpc/contract';
import type { Output } from '../../../core/rpc/define';
import { audiencesIn } from '../../../core/sql/audiences-in-sql';
import type { StatementAt } from '../../../core/sql/statements';
import { useData } from '../../state/data';
import { isCancelled } from '../../state/failures';
import { call } from '../../state/host';
import { runJob } from '../../state/jobs';
import { useLibrary } from '../../state/library';
import { pageSize } from '../../ui/pages';

/** One statement that ran: where it began in the text, and what came of it. */
export interface Ran {
  sql: string;
  parameters: Parameter[];
  start: number;
  outcome: ({ kind: 'rows' } & Output<MusterContract['sql.run']>) | { kind: 'failed'; error: unknown };
  /** Audiences it reads, once any of them is found to mean others than then. */
  others?: string[];
}

/** The last run of a tab. `text` is what its editor held then. */
export interface TabRun {
  text: string;
  all: number;
  results: Ran[];
  shown: number;
  cancel: (() => void) | undefined;
  /** It was cancelled: results there are of what ran before. */
  cancelled?: true;
}

export const useRuns = create<Record<string, TabRun>>(() => ({}));

const change = (tab: string, edit: (run: TabRun) => TabRun) => useRuns.setState((runs) => (runs[tab] ? { [tab]: edit(runs[tab]) } : runs));

export const showResult = (tab: string, shown: number) => change(tab, (run) => ({ ...run, shown }));

export const cancelRun = (tab: string) => useRuns.getState()[tab]?.cancel?.();

/** Entities a result was read from that have other data now, and audiences that mean others. */
export const changedUnder = ({ outcome, others = [] }: Ran, model: DataModel): string[] =>
  outcome.kind === 'rows' ? [...changedSince(outcome.read, model.entities), ...others] : [];

/** Finds out whether the audiences a result was read from still mean the same. */
export async function lookAtMeaning(tab: string, { sql, parameters, outcome }: Pick<Ran, 'sql' | 'parameters' | 'outcome'>): Promise<void> {
  const audiences = audiencesIn(sql);
  if (outcome.kind === 'failed' || audiences.length === 0) return;
  const named = useLibrary.getState().audiences ?? [];
  const isSame = await call('sql.meaning', { sql, parameters, asOf: outcome.asOf }).then(
    ({ meaning }) => meaning === outcome.meaning,
    // One that is gone means nobody.
    (error: unknown) => {
      if (!isAppError(error) || isCancelled(error)) throw error;
      return false;
    },
  );
  const others = isSame ? [] : audiences.map((id) => named.find((audience) => audience.id === id)?.name ?? id);
  const told = (result: Ran) => result.outcome !== outcome || (result.others ?? []).join() === others.join();
  change(tab, (run) => (run.results.every(told) ? run : { ...run, results: run.results.map((r) => (told(r) ? r : { ...r, others })) }));
}

/** Nothing that is read now is shown as what was read then. @throws AppError `sql-data-changed` */
export function requireSameData(result: Ran): void {
  const entities = changedUnder(result, useData.getState().model);
  if (entities.length > 0) throw new AppError('sql-data-changed', { entities: entities.join(', ') });
}

/** Runs what gave these results again. */
export function runAgain(tab: string, { text, results }: TabRun, label: string): Promise<void> {
  const statements = results.map(({ sql, start }) => ({ sql, start, end: start + sql.length }));
  return runStatements(tab, { text, statements, parameters: results[0]?.parameters ?? [], label });
}

/** Runs statements of a tab's text one after the other, up to the first that fails. A run under way is cancelled. */
export async function runStatements(
  tab: string,
  { text, statements, parameters, label }: { text: string; statements: readonly StatementAt[]; parameters: Parameter[]; label: string },
): Promise<void> {
  if (statements.length === 0) return;
  cancelRun(tab);
  const control = new AbortController();
  const cancel = () => control.abort();
  const mine = (edit: (run: TabRun) => TabRun) => change(tab, (run) => (run.cancel === cancel ? edit(run) : run));
  const before = useRuns.getState()[tab];
  // Earlier rows stay in sight meanwhile; why an earlier run failed is said of this one no more.
  const earlier = before?.results.filter(({ outcome }) => outcome.kind === 'rows') ?? [];
  const shown = Math.max(0, Math.min(before?.shown ?? 0, earlier.length - 1));
  useRuns.setState({ [tab]: { text, all: statements.length, results: earlier, shown, cancel } });
  const results: Ran[] = [];
  try {
    for (const { sql, start } of statements) {
      const outcome = await runOne(sql, parameters, label, control.signal);
      results.push({ sql, parameters, start, outcome });
      mine((run) => ({ ...run, results: [...results], shown: results.length - 1 }));
      if (outcome.kind === 'failed') break;
    }
  } catch (reason) {
    if (!isCancelled(reason)) throw reason;
    mine((run) => ({ ...run, cancelled: true }));
  } finally {
    mine((run) => ({ ...run, cancel: undefined }));
  }
}

async function runOne(sql: string, parameters: Parameter[], label: string, signal: AbortSignal): Promise<Ran['outcome']> {
  try {
    const answer = await runJob(
      label,
      (job) =>
        call('sql.run', { sql, parameters, limit: pageSize }, { signal: job.signal, onProgress: (progress) => job.report(progress.share) }),
      signal,
    );
    return { kind: 'rows', ...answer };
  } catch (error) {
    if (isCancelled(error)) throw error;
    return { kind: 'failed', error };
  }
}
