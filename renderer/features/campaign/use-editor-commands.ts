import {
  CopyPlus,
  CornerUpRight,
  FoldVertical,
  Group,
  Link,
  ListTree,
  Plus,
  Power,
  Search,
  SquareDashedMousePointer,
  StickyNote,
  Ungroup,
  Unlink,
  Workflow,
} from 'lucide-react';
import { useMemo } from 'react';
import { useCampaign } from '../../state/campaign';
import { type Command, type KeyHint, useCommands } from '../../state/commands';
import { useText } from '../../text/use-text';
import { addNote, foldSelected, groupSelected, ungroupSelected } from './annotations/actions';
import { disconnectSelected, duplicateSelected, tidyAll, toggleSelected } from './canvas/actions';
import type { Picker } from './pickers';
import { selectAll } from './shortcuts';

/** What can be done in the open campaign, for the palette and the sheet of keys; `shortcuts` takes the keys themselves. */
export function useEditorCommands(pick: (picker: Picker) => void, onOutline: () => void): void {
  const t = useText();
  const selected = useCampaign((state) => state.selection.activities.length > 0);
  const onArrow = useCampaign((state) => state.selection.arrow !== undefined);
  const commands = useMemo((): Command[] => {
    const forSelected: Command[] = [
      { id: 'canvas/connect', label: t.campaign.connect, keys: 'C', icon: Link, run: () => pick('connect') },
      { id: 'canvas/duplicate', label: t.campaign.duplicate, keys: 'Ctrl+D', icon: CopyPlus, run: () => duplicateSelected(t) },
      { id: 'canvas/disable', label: t.campaign.toggle, keys: 'D', icon: Power, run: () => toggleSelected(t) },
      { id: 'canvas/group', label: t.annotations.group, keys: 'G', icon: Group, run: () => groupSelected(t) },
    ];
    const forArrow: Command[] = [
      { id: 'canvas/reconnect', label: t.arrows.elsewhere, keys: 'R', icon: CornerUpRight, run: () => pick('reconnect') },
      { id: 'canvas/disconnect', label: t.arrows.remove, keys: 'Delete', icon: Unlink, run: () => disconnectSelected(t) },
    ];
    return [
      { id: 'canvas/add', label: onArrow ? t.arrows.insert : t.campaign.addActivity, keys: 'A', icon: Plus, run: () => pick('add') },
      { id: 'canvas/find', label: t.campaign.find, keys: 'Ctrl+F', icon: Search, run: () => pick('find') },
      ...(selected ? forSelected : []),
      ...(onArrow ? forArrow : []),
      { id: 'canvas/note', label: t.annotations.note, keys: 'N', icon: StickyNote, run: () => addNote(t) },
      { id: 'canvas/ungroup', label: t.annotations.ungroup, keys: 'U', icon: Ungroup, run: () => ungroupSelected(t) },
      { id: 'canvas/fold', label: t.annotations.collapse, keys: 'F', icon: FoldVertical, run: () => foldSelected(t) },
      { id: 'canvas/all', label: t.campaign.selectAll, keys: 'Ctrl+A', icon: SquareDashedMousePointer, run: selectAll },
      { id: 'canvas/tidy', label: t.campaign.tidy, icon: Workflow, run: () => tidyAll(t) },
      { id: 'canvas/outline', label: t.campaign.asOutline, icon: ListTree, run: onOutline },
    ];
  }, [t, selected, onArrow, pick, onOutline]);
  const hints = useMemo(
    (): KeyHint[] => [
      { keys: 'Ctrl+C', label: t.campaign.dock.copy },
      { keys: 'F2', label: t.annotations.write },
      { keys: 'Delete', label: t.campaign.delete },
      { keys: 'Shift+↑ Shift+↓', label: t.arrows.extend },
      { keys: 'Ctrl+↑ Ctrl+↓', label: t.arrows.pass },
      { keys: 'Space', label: t.arrows.toggle },
      ...(onArrow ? [] : [{ keys: 'R', label: t.arrows.elsewhere }]),
    ],
    [t, onArrow],
  );
  useCommands(t.campaign.canvas, commands, hints);
}
