import { Group, StickyNote } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ActivityType } from '../../../../core/model/activity';
import { useCampaign } from '../../../state/campaign';
import { useText } from '../../../text/use-text';
import { Menu, MenuItem, MenuLabel } from '../../../ui/menu';
import { addNote, groupSelected } from '../annotations/actions';
import { canGroup } from '../annotations/chosen';
import { activityTypes, type Family, kinds } from '../kinds';
import { mayFollow } from '../population';

const columns: Family[][] = [['source', 'store', 'message'], ['shape'], ['steer']];

interface Props {
  /** Only what can stand behind an activity of that type. */
  behind?: ActivityType;
  onPick: (type: ActivityType) => void;
}

/** The palette, behind a trigger. */
export function AddMenu({ trigger, ...palette }: Props & { trigger: ReactElement }) {
  return (
    <Menu trigger={trigger} className="activity-menu">
      <Palette {...palette} />
    </Menu>
  );
}

function Palette({ behind, onPick }: Props) {
  const t = useText();
  const fits = activityTypes.filter((type) => behind === undefined || mayFollow(type, behind));
  const of = (family: Family) => fits.filter((type) => kinds[type].family === family);
  const shown = columns.map((column) => column.filter((family) => of(family).length > 0)).filter((column) => column.length > 0);
  return shown.map((column) => (
    <div className="activity-column" key={column.join()}>
      {column.map((family) => (
        <div data-family={family} key={family}>
          <MenuLabel text={t.campaign.families[family]} />
          {of(family).map((type) => {
            const { name, purpose } = t.campaign.activities[type];
            return <MenuItem key={type} label={name} hint={purpose} icon={kinds[type].icon} onPick={() => onPick(type)} />;
          })}
        </div>
      ))}
      {behind === undefined && column.includes('shape') && <Annotate />}
    </div>
  ));
}

/** What stands beside the flow. An open menu holds the focus, which the words of what is added take: they come after it. */
function Annotate() {
  const t = useText();
  const { family, note, notePurpose, group, groupPurpose, groupNeedsMembers } = t.annotations;
  const framable = useCampaign((state) => canGroup(state.campaign, state.selection));
  return (
    <div data-family="annotate">
      <MenuLabel text={family} />
      <MenuItem label={note} hint={notePurpose} icon={StickyNote} keys="N" onPick={() => setTimeout(() => addNote(t))} />
      <MenuItem
        label={group}
        hint={framable ? groupPurpose : groupNeedsMembers}
        icon={Group}
        keys="G"
        disabled={!framable}
        onPick={() => setTimeout(() => groupSelected(t))}
      />
    </div>
  );
}
