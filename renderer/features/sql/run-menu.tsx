import { ChevronDown, ListVideo, Play, Square } from 'lucide-react';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Menu, MenuItem } from '../../ui/menu';

/** One button, so that it keeps the focus when what it does changes. */
export function RunButton({
  running,
  disabled,
  onRun,
  onCancel,
}: {
  running: boolean;
  /** There is nothing to run. */
  disabled: boolean;
  onRun: () => void;
  onCancel: () => void;
}) {
  const t = useText();
  const [label, icon, look, keys] = running
    ? [t.common.cancel, Square, 'plain' as const, '']
    : [t.sql.run, Play, 'primary' as const, 'Ctrl+Enter'];
  return <Button label={label} icon={icon} look={look} keys={keys} disabled={disabled && !running} onClick={running ? onCancel : onRun} />;
}

/** Ways to run beside the usual one. */
export function RunMenu({ onAll }: { onAll: () => void }) {
  const t = useText();
  return (
    <Menu align="end" trigger={<Button label={t.sql.more} icon={ChevronDown} iconOnly />}>
      <MenuItem label={t.sql.runAll} icon={ListVideo} keys="Ctrl+Shift+Enter" onPick={onAll} />
    </Menu>
  );
}
