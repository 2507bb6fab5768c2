import { useCounts } from '../../../state/counts';
import { useText } from '../../../text/use-text';
import { Progress } from '../../../ui/progress';

/** What stands where rows would be while their count is under way, or cannot be had. */
export function NotCounted() {
  const t = useText();
  const counting = useCounts((state) => state.counting);
  return counting ? <Progress label={t.campaign.counting} /> : <p className="dock-empty">{t.campaign.dock.notCounted}</p>;
}
