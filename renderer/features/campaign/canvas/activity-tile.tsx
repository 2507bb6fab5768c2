import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useText } from '../../../text/use-text';
import { fitting, fittingLines } from '../../../ui/fitting';
import { labelOf } from '../sentence';
import { drawnHeight, nodeSize } from './geometry';
import type { ActivityNodeData, Severity } from './node-types';

/** As in the style of a tile: a short name, and one that takes two lines. */
const short = { font: '600 24px Inter Variable', lineHeight: 20, isLong: false };
const long = { font: '600 20px Inter Variable', lineHeight: 21, isLong: true };

/** A name as far as two lines have room for it beside the sign of a problem. */
export function tileName(name: string, problem: Severity | undefined) {
  const room = nodeSize.width - 24 - (problem ? 28 : 0);
  if (fitting(name, short.font, room) === name) return { lines: [name], ...short };
  return { lines: fittingLines(name, long.font, room).split('\n'), ...long };
}

/**
 * An activity from far away: where it is, its name as far as two lines have room for it, and whether something is wrong with it. The name
 * is cut here, since a clip by style would be one more thing to lay over the rest in each frame.
 */
export function ActivityTile({ activity, connected, problem }: ActivityNodeData) {
  const t = useText();
  const { lines, isLong } = tileName(labelOf(activity, t), problem);
  const Sign = problem === 'error' ? CircleAlert : TriangleAlert;
  return (
    <div className="tile" style={{ height: drawnHeight(activity, connected) }}>
      <span className={isLong ? 'tile-lines' : ''}>{lines.join('\n')}</span>
      {problem && <Sign className="node-sign" data-severity={problem} aria-label={t.campaign.dock.problems} />}
    </div>
  );
}
