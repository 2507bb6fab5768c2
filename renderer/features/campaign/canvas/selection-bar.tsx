import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  Copy,
  Group,
  type LucideIcon,
  Power,
  Trash2,
} from 'lucide-react';
import { useCampaign } from '../../../state/campaign';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { groupSelected } from '../annotations/actions';
import { canGroup } from '../annotations/chosen';
import { alignSelected, duplicateSelected, removeSelected, toggleSelected } from './actions';
import { type Alignment, alignments } from './align';

const icons: Record<Alignment, LucideIcon> = {
  left: AlignStartVertical,
  centre: AlignCenterVertical,
  right: AlignEndVertical,
  top: AlignStartHorizontal,
  middle: AlignCenterHorizontal,
  bottom: AlignEndHorizontal,
  across: AlignHorizontalSpaceBetween,
  down: AlignVerticalSpaceBetween,
};

/** What can be done with several things at once. */
export function SelectionBar() {
  const t = useText();
  const count = useCampaign(({ selection }) => selection.activities.length + (selection.annotations?.length ?? 0));
  const framable = useCampaign((state) => canGroup(state.campaign, state.selection));
  if (count < 2) return null;
  return (
    <div className="canvas-bar selection-bar" role="toolbar" aria-label={t.campaign.several(count)}>
      <span className="selection-count">{t.campaign.several(count)}</span>
      {alignments.map((alignment) => (
        <Button
          key={alignment}
          label={t.campaign.alignments[alignment]}
          icon={icons[alignment]}
          iconOnly
          size="small"
          disabled={count < 3 && (alignment === 'across' || alignment === 'down')}
          onClick={() => alignSelected(alignment, t)}
        />
      ))}
      <Button
        label={t.annotations.group}
        icon={Group}
        iconOnly
        size="small"
        keys="G"
        disabled={!framable}
        onClick={() => groupSelected(t)}
      />
      <Button label={t.campaign.duplicate} icon={Copy} iconOnly size="small" keys="Ctrl+D" onClick={() => duplicateSelected(t)} />
      <Button
        label={`${t.campaign.disable} / ${t.campaign.enable}`}
        icon={Power}
        iconOnly
        size="small"
        keys="D"
        onClick={() => toggleSelected(t)}
      />
      <Button label={t.campaign.delete} icon={Trash2} iconOnly size="small" keys="Del" onClick={() => removeSelected(t)} />
    </div>
  );
}
