import { useEffect } from 'react';
import { useOffered } from '../state/commands';
import { pressed } from './pressed';

/** Takes the keys of bound commands before any editor does, unless something lies over the view they belong to. */
export function useBoundKeys(): void {
  useEffect(() => {
    const take = (event: KeyboardEvent) => {
      if (document.querySelector('[role=dialog], [role=menu]')) return;
      const all = useOffered.getState().views.flatMap((view) => view.commands);
      const command = all.findLast((c) => c.bound && c.keys !== undefined && pressed(event, c.keys));
      if (!command) return;
      event.preventDefault();
      event.stopPropagation();
      command.run();
    };
    window.addEventListener('keydown', take, true);
    return () => window.removeEventListener('keydown', take, true);
  }, []);
}
