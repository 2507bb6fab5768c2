import type { ReactElement } from 'react';
import type { ActivityType } from '../../../../core/model/activity';
import { useText } from '../../../text/use-text';
import { Menu, MenuItem, MenuLabel } from '../../../ui/menu';
import { activityTypes, type Family, kinds } from '../kinds';
import { mayFollow } from '../population';

const columns: Family[][] = [['source', 'store', 'message'], ['shape'], ['steer']];

/** The palette. `behind`: only what can stand behind an activity of that type. */
export function AddMenu({
  trigger,
  behind,
  onPick,
}: {
  trigger: ReactElement;
  behind?: ActivityType;
  onPick: (type: ActivityType) => void;
}) {
  const t = useText();
  const fits = activityTypes.filter((type) => behind === undefined || mayFollow(type, behind));
  const of = (family: Family) => fits.filter((type) => kinds[type].family === family);
  const shown = columns.map((column) => column.filter((family) => of(family).length > 0)).filter((column) => column.length > 0);
  return (
    <Menu trigger={trigger} className="activity-menu">
      {shown.map((column) => (
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
        </div>
      ))}
    </Menu>
  );
}
