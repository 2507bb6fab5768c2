import { MarkerType } from '@xyflow/react';
import type { Activity } from '../../../../core/model/activity';
import type { Campaign } from '../../../../core/model/campaign';
import { arrowKey, isArrowSelected } from '../../../state/arrows';
import type { Selection } from '../../../state/look';
import type { Text } from '../../../text/use-text';
import { labelOf, outputLabel, transitionLabel } from '../sentence';
import type { CountArrowType } from './count-arrow';
import type { GroupFrame } from './frames';
import { connectedOutputs, rowHeight, rowsOf } from './geometry';
import { outputOfGroup } from './group-output';
import { hiddenIn } from './nodes';

const marker = { type: MarkerType.ArrowClosed, markerUnits: 'userSpaceOnUse', width: 24, height: 24, color: 'var(--control-line)' };

/** Arrows between what is drawn: those within a collapsed group are not, those over its border lead from or to it. */
export function arrowsOf(campaign: Campaign, frames: readonly GroupFrame[], selection: Selection, t: Text): CountArrowType[] {
  const { flow } = campaign;
  const named = new Map(flow.activities.map((activity) => [activity.id, activity]));
  const hidden = hiddenIn(frames);
  const connected = connectedOutputs(campaign);
  return flow.transitions.flatMap((transition): CountArrowType[] => {
    const [from, to] = [named.get(transition.from), named.get(transition.to)];
    const [left, right] = [hidden.get(transition.from), hidden.get(transition.to)];
    if (left && left === right) return [];
    const ends = { from: from ? transitionLabel(from, transition.output, t) : transition.from, to: to ? labelOf(to, t) : transition.to };
    return [
      {
        id: arrowKey(transition),
        type: 'count',
        source: left?.id ?? transition.from,
        sourceHandle: left ? outputOfGroup(transition.from, transition.output) : transition.output,
        target: right?.id ?? transition.to,
        targetHandle: 'in',
        reconnectable: !left && !right,
        selected: isArrowSelected(selection, transition),
        markerEnd: marker,
        ariaLabel: t.arrows.between(ends.from, ends.to),
        domAttributes: { 'aria-roledescription': t.arrows.kind },
        data: {
          transition,
          type: from?.type ?? 'build-audience',
          ...ends,
          branch: from ? outputLabel(from, transition.output, t) : '',
          open: from && !left ? openBeside(from, connected.get(from.id) ?? [], transition.output) : [],
          main: to !== undefined && primaryInput(to) === transition.input,
        },
      },
    ];
  });
}

/** Where the lines of outputs that no arrow leaves are, from that of an output. */
function openBeside(activity: Activity, connected: readonly string[], output: string): number[] {
  const rows = rowsOf(activity, connected);
  const from = rows.indexOf(output);
  return rows.flatMap((row, i) => (connected.includes(row) ? [] : [(i - from) * rowHeight]));
}

/** The input that goes on where the others only have to be there, or are taken out of it. */
function primaryInput(activity: Activity): number | undefined {
  if (activity.type === 'and-join' || (activity.type === 'combine' && activity.operation === 'exclusion')) return activity.primary ?? 0;
  return undefined;
}
