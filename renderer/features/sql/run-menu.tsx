import { ChevronDown, ListVideo } from 'lucide-react';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Menu, MenuItem } from '../../ui/menu';

/** Ways to run beside the usual one. */
export function RunMenu({ onAll }: { onAll: () => void }) {
  const t = useText();
  return (
    <Menu align="end" trigger={<Button label={t.sql.more} icon={ChevronDown} iconOnly />}>
      <MenuItem label={t.sql.runAll} icon={ListVideo} keys="Ctrl+Shift+Enter" onPick={onAll} />
    </Menu>
  );
}
