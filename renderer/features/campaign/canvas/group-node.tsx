import { Handle, type NodeProps, Position } from '@xyflow/react';
import { ChevronDown, ChevronRight, CircleAlert, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { useCampaign } from '../../../state/campaign';
import { useText } from '../../../text/use-text';
import { fold, renameGroup } from '../annotations/actions';
import { startEditing, useEditing } from '../annotations/editing';
import { transitionLabel } from '../sentence';
import { outputOfGroup } from './group-output';
import type { GroupNodeType } from './node-types';

/** A frame with a title; collapsed, a box that arrows lead to and from. */
export const GroupNode = memo(function GroupNode({ id, data, selected }: NodeProps<GroupNodeType>) {
  const t = useText();
  const { title, collapsed, contents, problem, outputs } = data;
  const isWritten = useEditing((state) => state.id === id);
  const words = t.annotations;
  const Fold = collapsed ? ChevronRight : ChevronDown;
  const Sign = problem === 'error' ? CircleAlert : TriangleAlert;
  return (
    <div className="group" data-collapsed={collapsed} data-selected={selected} data-problem={problem} data-testid={`group-${id}`}>
      {collapsed && <Handle type="target" position={Position.Left} id="in" isConnectable={false} />}
      <div className="group-head">
        <button
          type="button"
          className="group-fold nodrag nopan"
          aria-label={`${collapsed ? words.expand : words.collapse}: ${title || words.newGroup}`}
          title={`${collapsed ? words.expand : words.collapse}  F`}
          aria-expanded={!collapsed}
          onClick={(event) => {
            event.stopPropagation();
            fold([id], !collapsed, t);
          }}
        >
          <Fold aria-hidden />
        </button>
        {isWritten ? <Title id={id} /> : <span className="group-title truncate">{title || words.newGroup}</span>}
        {collapsed && problem && <Sign className="node-sign" data-severity={problem} aria-label={t.campaign.dock.problems} />}
        <span className="group-contents">{contents}</span>
      </div>
      {collapsed &&
        outputs.map(({ activity, output }) => (
          <div className="group-output" key={outputOfGroup(activity.id, output)} data-single={outputs.length === 1}>
            {outputs.length > 1 && <span className="truncate">{transitionLabel(activity, output, t)}</span>}
            <Handle type="source" position={Position.Right} id={outputOfGroup(activity.id, output)} isConnectable={false} />
          </div>
        ))}
    </div>
  );
});

/** Reads the document itself: nodes come to the canvas a moment later, too late for a caret. */
function Title({ id }: { id: string }) {
  const t = useText();
  const title = useCampaign((state) => state.campaign?.groups?.[id]?.title);
  return (
    <input
      ref={focusAll}
      className="group-title nodrag nopan"
      aria-label={t.annotations.title}
      maxLength={200}
      value={title ?? ''}
      onChange={(event) => renameGroup(id, event.target.value, t)}
      onKeyDown={(event) => (event.key === 'Enter' || event.key === 'Escape') && startEditing(undefined)}
      onBlur={() => startEditing(undefined)}
    />
  );
}

const focusAll = (element: HTMLInputElement | null) => {
  if (!element || document.activeElement === element) return;
  element.focus();
  if (useEditing.getState().ahead) element.setSelectionRange(element.value.length, element.value.length);
  else element.select();
};
