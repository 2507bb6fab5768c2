import type { LucideIcon } from 'lucide-react';
import { useEffect } from 'react';
import { create } from 'zustand';

/** Something to do where one is. */
export interface Command {
  id: string;
  label: string;
  /** As they are shown, `Ctrl+Shift+Enter`. */
  keys?: string;
  /** The window takes these keys for it; otherwise whoever is on the screen does. */
  bound?: true;
  icon?: LucideIcon;
  run: () => void;
}

/** Keys that are shown in the sheet of keys, but are no command of their own. */
export interface KeyHint {
  keys: string;
  label: string;
}

/** What a view on the screen offers. */
interface Offered {
  title: string;
  commands: readonly Command[];
  hints: readonly KeyHint[];
}

export const useOffered = create<{ views: readonly Offered[] }>(() => ({ views: [] }));

/** Offers commands as long as the view is on the screen. Give the same arrays while nothing changed. */
export function useCommands(title: string, commands: readonly Command[], hints: readonly KeyHint[] = none): void {
  useEffect(() => {
    const mine = { title, commands, hints };
    useOffered.setState(({ views }) => ({ views: [...views, mine] }));
    return () => useOffered.setState(({ views }) => ({ views: views.filter((view) => view !== mine) }));
  }, [title, commands, hints]);
}

const none: readonly KeyHint[] = [];
