import type { ReactElement } from 'react';
import type { ActivityType } from '../../../../core/model/activity';
import { useText } from '../../../text/use-text';
import { Menu, MenuItem, MenuLabel } from '../../../ui/menu';
import { activityTypes, families, kinds } from '../kinds';

/** The palette. `following`: only what can stand after another activity. */
export function AddMenu({
  trigger,
  following,
  onPick,
}: {
  trigger: ReactElement;
  following?: boolean;
  onPick: (type: ActivityType) => void;
}) {
  const t = useText();
  const fits = activityTypes.filter((type) => !following || type !== 'read-audience');
  return (
    <Menu trigger={trigger}>
      {families.map((family) => [
        <MenuLabel key={family} text={t.campaign.families[family]} />,
        ...fits
          .filter((type) => kinds[type].family === family)
          .map((type) => (
            <MenuItem key={type} label={t.campaign.activities[type].name} icon={kinds[type].icon} onPick={() => onPick(type)} />
          )),
      ])}
    </Menu>
  );
}
