import { useEffect } from 'react';
import { attempt } from '../state/failures';
import { useSession } from '../state/session';
import { undoPlaceOf, walk } from '../state/undo-places';
import { isWriting } from '../ui/is-writing';

/** What is open above the place, or an editor with an undo of its own. */
const elsewhere = '.monaco-editor, [role=dialog], [role=alertdialog], [role=menu]';

/** Ctrl+Z and its kin take back what was last changed in the place that is shown. */
export function useUndoKeys(): void {
  const place = useSession((state) => (state.workspace ? undoPlaceOf(state.place) : undefined));
  useEffect(() => {
    if (!place) return;
    const take = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
      if (isWriting(event.target) || (event.target instanceof Element && event.target.closest(elsewhere))) return;
      event.preventDefault();
      attempt(() => walk(place, key === 'y' || event.shiftKey ? 'redo' : 'undo'));
    };
    window.addEventListener('keydown', take);
    return () => window.removeEventListener('keydown', take);
  }, [place]);
}
