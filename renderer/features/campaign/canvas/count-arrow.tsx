import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react';
import { memo, useContext } from 'react';
import type { ActivityType, Transition } from '../../../../core/model/activity';
import { withArrow } from '../../../state/arrows';
import { select } from '../../../state/campaign';
import { carriesNobody } from '../../../state/outputs';
import { isOnTheWay, useWhy } from '../../../state/why';
import { useFormats, useText } from '../../../text/use-text';
import { add } from './actions';
import { AddMenu } from './add-menu';
import { Change, Unknown, useCount } from './count-change';
import { EnlargedContext } from './detail';
import { clearOf, labelSize } from './label-place';
import { LabelTurns, useInTurn } from './turns';

type ArrowData = {
  transition: Transition;
  from: string;
  to: string;
  type: ActivityType;
  branch: string;
  main: boolean;
  /** Where the open outputs of its source are, from the one it leaves. */
  open: readonly number[];
};
export type CountArrowType = Edge<ArrowData, 'count'>;

export const CountArrow = memo(function CountArrow({ data, selected, markerEnd, ...ends }: EdgeProps<CountArrowType>) {
  const isLabelled = useInTurn(LabelTurns, true, false);
  const [path, x, y] = getBezierPath(ends);
  const isWay = useWhy(({ states }) => data !== undefined && isOnTheWay(states, data.transition));
  if (!data) return null;
  const line = { path, markerEnd, className: 'arrow', interactionWidth: 20 };
  if (carriesNobody(data)) return <BaseEdge {...line} data-carries="nobody" />;
  return (
    <>
      <BaseEdge {...line} data-selected={selected} data-main={data.main} data-way={isWay} />
      {isLabelled && <CountLabel {...data} selected={selected === true} x={x} y={y} source={{ x: ends.sourceX, y: ends.sourceY }} />}
    </>
  );
});

type Label = ArrowData & { selected: boolean; x: number; y: number; source: { x: number; y: number } };

function CountLabel({ transition, from, to, type, branch, main, open, selected, x, y, source }: Label) {
  const t = useText();
  const f = useFormats();
  const { rows, change, says } = useCount(transition.from, transition.output);
  const shown = f.count(rows);
  const wanted = useContext(EnlargedContext);
  const isLarge = useInTurn(LabelTurns, wanted, wanted);
  const top = open.length === 0 ? y : clearOf({ x, y, ...labelSize(shown, change ?? '', selected ? branch : '', isLarge) }, source, open);
  return (
    <EdgeLabelRenderer>
      <div className="arrow-label nodrag nopan" style={{ left: x, top }} data-selected={selected} data-large={isLarge}>
        <button
          type="button"
          className="arrow-count"
          data-tour="counts"
          data-unknown={rows === undefined}
          data-changed={change !== undefined}
          title={[main && t.steer.main, says].filter(Boolean).join('\n') || undefined}
          aria-label={[t.campaign.arrow(from, to, shown), says].filter(Boolean).join(', ')}
          onClick={() => select(withArrow(transition))}
        >
          {branch && <span className="arrow-branch truncate">{branch}</span>}
          <span className="arrow-figures">
            <span data-testid={`arrow-${transition.from}-${transition.output}`}>{rows === undefined ? <Unknown /> : shown}</span>
            <Change text={change} />
          </span>
        </button>
        <AddMenu
          behind={type}
          onPick={(type) => add(type, t, { into: transition })}
          trigger={
            <button type="button" className="arrow-add" aria-label={`${t.campaign.addActivity}: ${from} → ${to}`}>
              <span className="plus" aria-hidden />
            </button>
          }
        />
      </div>
    </EdgeLabelRenderer>
  );
}
