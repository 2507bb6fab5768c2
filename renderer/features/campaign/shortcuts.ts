import { useEffect } from 'react';
import { redo, select, undo, useCampaign } from '../../state/campaign';
import { type Text, useText } from '../../text/use-text';
import { isWriting } from '../../ui/is-writing';
import { addNote, foldSelected, groupSelected, ungroupSelected, writeAhead, writeSelected } from './annotations/actions';
import { startEditing, written } from './annotations/editing';
import { disconnectSelected, duplicateSelected, removeSelected, toggleSelected } from './canvas/actions';
import type { Picker } from './pickers';

/** Everything on the canvas. */
export function selectAll(): void {
  const { campaign } = useCampaign.getState();
  if (!campaign) return;
  const annotations = [...Object.keys(campaign.notes ?? {}), ...Object.keys(campaign.groups ?? {})];
  select({ activities: campaign.flow.activities.map((a) => a.id), annotations });
}

const isSelected = () => {
  const { activities, annotations = [] } = useCampaign.getState().selection;
  return activities.length + annotations.length > 0;
};

/** Takes back what is being typed, as Escape takes back any half-done thing. */
function bailTyping(): boolean {
  const typing = useCampaign.getState().history?.joinable !== undefined;
  if (typing) undo();
  return typing;
}

/** With Ctrl or Cmd: also while text is being written, where undo belongs to the campaign because every letter is one of its edits. */
function chord(event: KeyboardEvent, key: string, t: Text, pick: (picker: Picker) => void): boolean {
  if (key === 'z') event.shiftKey ? redo() : undo();
  else if (key === 'y') redo();
  else if (key === 'd') duplicateSelected(t);
  else if (key === 'f' && !event.shiftKey) pick('find');
  else if (key === 'a' && !isWriting(event.target)) selectAll();
  else return false;
  return true;
}

function remove(t: Text): void {
  if (useCampaign.getState().selection.output !== undefined) disconnectSelected(t);
  else if (isSelected()) removeSelected(t);
}

/** Single letters: only where no text is written and nothing is open that takes letters. */
function letter(key: string, t: Text, pick: (picker: Picker) => void): boolean {
  if (key === 'a') pick('add');
  else if (key === 'c' && useCampaign.getState().selection.activities.length > 0) pick('connect');
  else if (key === 'r' && useCampaign.getState().selection.arrow) pick('reconnect');
  else if (key === 'd' && isSelected()) toggleSelected(t);
  else if (key === 'delete' || key === 'backspace') remove(t);
  else if (key === 'n') addNote(t);
  else if (key === 'g') groupSelected(t);
  else if (key === 'u') ungroupSelected(t);
  else if (key === 'f') foldSelected(t);
  else if (key === 'f2') writeSelected();
  else return false;
  return true;
}

/** The words of a note or group are to be written, but their field is not drawn yet: what is pressed is no command. */
function beforeWords({ key }: KeyboardEvent, t: Text): boolean {
  const id = written();
  if (id === undefined) return false;
  if (key === 'Escape') startEditing(undefined);
  else writeAhead(id, key, t);
  return true;
}

/** Keys of the editor. */
export function useShortcuts(pick: (picker: Picker) => void): void {
  const t = useText();
  useEffect(() => {
    const take = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      const held = event.ctrlKey || event.metaKey;
      const undoing = held && (key === 'z' || key === 'y');
      if (event.altKey || (document.querySelector('[role=dialog], [role=menu], [role=listbox]') && !undoing)) return;
      const writing = isWriting(event.target);
      const done = held
        ? chord(event, key, t, pick)
        : writing
          ? key === 'escape' && bailTyping()
          : beforeWords(event, t) || (!event.shiftKey && !isControl(event.target) && letter(key, t, pick));
      if (done) event.preventDefault();
    };
    window.addEventListener('keydown', take);
    return () => window.removeEventListener('keydown', take);
  }, [t, pick]);
}

/** Lists, grids and tabs find things by their first letter themselves. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=combobox], [role=grid], [role=table], [role=tablist]') !== null;
}
