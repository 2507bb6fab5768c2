import { Download, FileDown, Table, Users } from 'lucide-react';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Menu, MenuItem } from '../../../ui/menu';

export type SaveAs = 'audience' | 'entity' | 'file';

const icons = { audience: Users, entity: Table, file: FileDown };

/** What the rows of a query can become. */
export function SaveMenu({ disabled, onPick }: { disabled: boolean; onPick: (as: SaveAs) => void }) {
  const t = useText();
  const hints = { audience: t.sql.save.audienceHint, entity: t.sql.save.entityHint, file: t.sql.save.fileHint };
  return (
    <Menu align="end" trigger={<Button label={t.sql.save.label} icon={Download} disabled={disabled} />}>
      {(['audience', 'entity', 'file'] as const).map((as) => (
        <MenuItem key={as} label={t.sql.save[as]} hint={hints[as]} icon={icons[as]} onPick={() => onPick(as)} />
      ))}
    </Menu>
  );
}
