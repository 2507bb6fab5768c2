import { create } from 'zustand';
import { type ActivityState, activityStates, type WhyReport } from '../../core/model/why';

/** The row whose way through the campaign is asked for: values of its key as text, in the order of the key. */
export interface WhySubject {
  /** An entity, or the activity whose file the line is of; where it is left out, the one that has such a row. */
  entity?: string | undefined;
  key: string[];
}

interface Why {
  subject: WhySubject | undefined;
  /** What became of the row, by activity, while it is shown. */
  states: ReadonlyMap<string, ActivityState>;
}

const none: ReadonlyMap<string, ActivityState> = new Map();

export const useWhy = create<Why>(() => ({ subject: undefined, states: none }));

export function askWhy(subject: WhySubject | undefined): void {
  useWhy.setState({ subject });
}

/** Lights the way on the canvas; of a row and the rows it led to, the one that came furthest tells. */
export function lightWay(report: WhyReport): void {
  const states = new Map<string, ActivityState>();
  for (const { activity, state } of report.rows.flatMap((row) => row.activities)) {
    const known = states.get(activity);
    if (known === undefined || activityStates.indexOf(state) < activityStates.indexOf(known)) states.set(activity, state);
  }
  useWhy.setState({ states });
}

export function dimWay(): void {
  useWhy.setState({ states: none });
}

/** Whether the row went this way: what it came from passed it on, and it is known at the end. */
export function isOnTheWay(states: ReadonlyMap<string, ActivityState>, { from, to }: { from: string; to: string }): boolean {
  const end = states.get(to);
  return states.get(from) === 'passed' && (end === 'passed' || end === 'dropped');
}
