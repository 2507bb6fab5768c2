import { useEffect } from 'react';
import { redo, select, undo, useCampaign } from '../../state/campaign';
import { useText } from '../../text/use-text';
import { duplicateSelected } from './canvas/actions';

/** Keys of the editor. While text is being written, undo belongs to the campaign too: every letter is one of its edits. */
export function useShortcuts(): void {
  const t = useText();
  useEffect(() => {
    const take = (event: KeyboardEvent) => {
      const chord = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (document.querySelector('[role=dialog]') && key !== 'z' && key !== 'y') return;
      if (chord && key === 'z') event.shiftKey ? redo() : undo();
      else if (chord && key === 'y') redo();
      else if (chord && key === 'd') duplicateSelected(t);
      else if (chord && key === 'a' && !isWriting(event.target))
        select({ activities: useCampaign.getState().campaign?.flow.activities.map((a) => a.id) ?? [] });
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', take);
    return () => window.removeEventListener('keydown', take);
  }, [t]);
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
