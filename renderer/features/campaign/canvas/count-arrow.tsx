import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { memo } from 'react';
import type { ActivityType, Transition } from '../../../../core/model/activity';
import { select } from '../../../state/campaign';
import { carriesNobody } from '../../../state/outputs';
import { useFormats, useText } from '../../../text/use-text';
import { add } from './actions';
import { AddMenu } from './add-menu';
import { Change, Unknown, useCount } from './count-change';

export type CountArrowType = Edge<
  { transition: Transition; from: string; to: string; type: ActivityType; branch: string; main: boolean },
  'count'
>;

export const CountArrow = memo(function CountArrow({ data, selected, markerEnd, ...ends }: EdgeProps<CountArrowType>) {
  const t = useText();
  const f = useFormats();
  const { rows, change, says } = useCount(data?.transition.from ?? '', data?.transition.output ?? '');
  const [path, x, y] = getBezierPath(ends);
  if (!data) return null;
  const { transition, branch, main, type } = data;
  if (carriesNobody({ type }))
    return <BaseEdge path={path} markerEnd={markerEnd} className="arrow" interactionWidth={20} data-carries="nobody" />;
  const shown = rows === undefined ? t.common.unknown : f.number(rows);
  return (
    <>
      <BaseEdge path={path} markerEnd={markerEnd} className="arrow" interactionWidth={20} data-selected={selected} data-main={main} />
      <EdgeLabelRenderer>
        <div
          className="arrow-label nodrag nopan"
          style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          data-selected={selected}
        >
          <button
            type="button"
            className="arrow-count"
            data-tour="counts"
            data-unknown={rows === undefined}
            title={[main && t.steer.main, says].filter(Boolean).join('\n') || undefined}
            aria-label={[t.campaign.arrow(data.from, data.to, shown), says].filter(Boolean).join(', ')}
            onClick={() => select({ activities: [transition.from], output: transition.output })}
          >
            {branch && <span className="arrow-branch truncate">{branch}</span>}
            <span data-testid={`arrow-${transition.from}-${transition.output}`}>{rows === undefined ? <Unknown /> : shown}</span>
            <Change text={change} />
          </button>
          <AddMenu
            behind={type}
            onPick={(type) => add(type, t, { into: transition })}
            trigger={
              <button type="button" className="arrow-add" aria-label={`${t.campaign.addActivity}: ${data.from} → ${data.to}`}>
                <Plus aria-hidden />
              </button>
            }
          />
        </div>
      </EdgeLabelRenderer>
    </>
  );
});
