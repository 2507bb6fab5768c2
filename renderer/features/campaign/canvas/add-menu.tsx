import type { ReactElement } from 'react';
import type { ActivityType } from '../../../../core/model/activity';
import { useText } from '../../../text/use-text';
import { Menu, MenuItem, MenuLabel } from '../../../ui/menu';
import { activityTypes, families, kinds } from '../kinds';
import { mayFollow } from '../population';

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
  const shown = families.filter((family) => fits.some((type) => kinds[type].family === family));
  return (
    <Menu trigger={trigger} className="palette">
      {shown.map((family) => (
        <div className="palette-family" data-family={family} key={family}>
          <MenuLabel text={t.campaign.families[family]} />
          {fits
            .filter((type) => kinds[type].family === family)
            .map((type) => {
              const { name, purpose } = t.campaign.activities[type];
              return <MenuItem key={type} label={name} hint={purpose} icon={kinds[type].icon} onPick={() => onPick(type)} />;
            })}
        </div>
      ))}
    </Menu>
  );
}
