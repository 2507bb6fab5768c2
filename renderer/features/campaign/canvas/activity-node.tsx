import { Handle, type NodeProps, Position } from '@xyflow/react';
import { CircleAlert, CopyX, Plus, TriangleAlert } from 'lucide-react';
import { memo, useContext } from 'react';
import type { Activity } from '../../../../core/model/activity';
import { canHaveComplement, carriesNobody, outputsOf } from '../../../state/outputs';
import { useWhy } from '../../../state/why';
import { useFormats, useText } from '../../../text/use-text';
import { kinds } from '../kinds';
import { labelOf, outputLabel, sentence } from '../sentence';
import { useSpeakerFor } from '../speaker';
import { add, passOnRest } from './actions';
import { ActivityTile } from './activity-tile';
import { AddMenu } from './add-menu';
import { Change, Unknown, useCount } from './count-change';
import { FarContext } from './far';
import { rowsOf } from './geometry';
import type { ActivityNodeData, ActivityNodeType } from './node-types';
import { NodeTurns, useInTurn } from './turns';

export const ActivityNode = memo(function ActivityNode({ id, data, selected }: NodeProps<ActivityNodeType>) {
  const { activity, problem } = data;
  const became = useWhy((state) => state.states.get(activity.id));
  const isWhole = useInTurn(NodeTurns, !useContext(FarContext), id);
  return (
    <div
      className="node"
      data-family={kinds[activity.type].family}
      data-selected={selected}
      data-disabled={activity.disabled}
      data-problem={problem}
      data-way={became}
      data-far={!isWhole}
    >
      {isWhole ? <Whole {...data} /> : <ActivityTile {...data} />}
    </div>
  );
});

function Whole({ activity, problem, connected }: ActivityNodeData) {
  const t = useText();
  const says = sentence(activity, useSpeakerFor(activity));
  const { icon: Icon } = kinds[activity.type];
  const [only] = outputsOf(activity);
  const rows = rowsOf(activity, connected);
  const Sign = problem === 'error' ? CircleAlert : TriangleAlert;
  return (
    <>
      {!carriesNobody(activity) && <Handle type="target" position={Position.Left} id="in" />}
      <div className="node-main">
        <span className="node-icon">
          <Icon aria-hidden />
        </span>
        <div className="grow">
          <div className="node-label truncate">{labelOf(activity, t)}</div>
          <div className="node-sentence truncate" title={says}>
            {says}
          </div>
        </div>
        {canHaveComplement(activity) && !activity.complement && (
          <button
            type="button"
            className="node-rest nodrag nopan"
            aria-label={t.campaign.showRest(labelOf(activity, t))}
            title={t.campaign.withComplement}
            onClick={(event) => {
              event.stopPropagation();
              passOnRest(activity, t);
            }}
          >
            <CopyX aria-hidden />
          </button>
        )}
        {problem && <Sign className="node-sign" data-severity={problem} aria-label={t.campaign.dock.problems} />}
      </div>
      {rows.length === 0 && only !== undefined && <Handle type="source" position={Position.Right} id={only} />}
      {rows.length > 0 && (
        <div className="node-outputs">
          {rows.map((output) => (
            <Output key={output} activity={activity} output={output} open={!connected.includes(output)} />
          ))}
        </div>
      )}
    </>
  );
}

function Output({ activity, output, open }: { activity: Activity; output: string; open: boolean }) {
  const t = useText();
  const f = useFormats();
  const { rows, change, says } = useCount(activity.id, output);
  const label = labelOf(activity, t);
  return (
    <div className="node-output">
      <span className="truncate muted">{outputLabel(activity, output, t)}</span>
      {!carriesNobody(activity) && (
        <>
          {!activity.disabled && <Change text={change} />}
          <span
            className="node-count"
            data-unknown={rows === undefined}
            data-testid={`count-${activity.id}-${output}`}
            title={says || undefined}
          >
            {activity.disabled ? t.campaign.disabledBadge : rows === undefined ? <Unknown /> : f.number(rows)}
          </span>
        </>
      )}
      <Handle type="source" position={Position.Right} id={output} />
      {open && (
        <AddMenu
          behind={activity.type}
          onPick={(type) => add(type, t, { after: { from: activity.id, output } })}
          trigger={
            <button type="button" className="node-add nodrag nopan" aria-label={t.campaign.addAfter(label)}>
              <Plus aria-hidden />
            </button>
          }
        />
      )}
    </div>
  );
}
