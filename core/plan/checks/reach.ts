import { type Problem, warning } from '../../base/problems';
import { kindOf } from '../../flow/activities/kinds';
import { disabledIn, incoming, leadsTo, outgoing, outputsOf, reachableFrom } from '../../flow/graph';
import { type Activity, isMessage } from '../../model/activity';
import { type Checked, nameOf } from './checked';

/** Disabled activities with something behind them, which does not run either. */
export function afterDisabled({ campaign: { flow } }: Checked): Problem[] {
  return flow.activities
    .filter((a) => a.disabled)
    .flatMap((a) => {
      const behind = flow.activities.filter((other) => other.id !== a.id && !other.disabled && leadsTo(flow, a.id, other.id));
      if (behind.length === 0) return [];
      return [warning('flow-after-disabled', ['activities', a.id], { activity: nameOf(a), after: behind.map(nameOf).join(', ') })];
    });
}

/** Activities that no population can arrive at: no way leads to them from one that needs no input. */
export function unreachable({ campaign: { flow } }: Checked): Problem[] {
  const starts = flow.activities.filter((a) => kindOf(a).inputs.min === 0 && incoming(flow, a.id).length === 0);
  const reached = reachableFrom(
    flow,
    starts.map((a) => a.id),
  );
  const disabled = disabledIn(flow);
  return flow.activities
    .filter((a) => !reached.has(a.id) && !disabled.has(a.id) && incoming(flow, a.id).length > 0 && !leadsTo(flow, a.id, a.id))
    .map((a) => warning('flow-unreachable', ['activities', a.id], { activity: nameOf(a) }));
}

/** Populations that are gathered and then used by nothing. */
export function deadEnds({ campaign: { flow } }: Checked): Problem[] {
  return flow.activities
    .filter((a) => !a.disabled && !usesItself(a) && outputsOf(a).length > 0 && outgoing(flow, a.id).length === 0)
    .map((a) => warning('flow-no-end', ['activities', a.id], { activity: nameOf(a) }));
}

/** Whether the activity is worth something with nothing behind it. */
function usesItself(activity: Activity): boolean {
  const { type } = activity;
  return isMessage(activity) || type === 'save-audience' || type === 'alert' || type === 'end';
}
