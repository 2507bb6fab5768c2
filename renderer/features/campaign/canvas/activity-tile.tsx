import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useText } from '../../../text/use-text';
import { fitting, fittingLines } from '../../../ui/fitting';
import { labelOf } from '../sentence';
import { drawnHeight, nodeSize } from './geometry';
import type { ActivityNodeData } from './node-types';

/** As in the style of a tile: a short name, and one that takes two lines. */
const font = '600 24px Inter Variable';
const lineFont = '600 20px Inter Variable';

/**
 * An activity from far away: where it is, its name as far as two lines have room for it, and whether something is wrong with it. The name
 * is cut here, since a clip by style would be one more thing to lay over the rest in each frame.
 */
export function ActivityTile({ activity, connected, problem }: ActivityNodeData) {
  const t = useText();
  const name = labelOf(activity, t);
  const room = nodeSize.width - 24 - (problem ? 28 : 0);
  const isShort = fitting(name, font, room) === name;
  const Sign = problem === 'error' ? CircleAlert : TriangleAlert;
  return (
    <div className="tile" style={{ height: drawnHeight(activity, connected) }}>
      <span className={isShort ? '' : 'tile-lines'}>{isShort ? name : fittingLines(name, lineFont, room)}</span>
      {problem && <Sign className="node-sign" data-severity={problem} aria-label={t.campaign.dock.problems} />}
    </div>
  );
}
