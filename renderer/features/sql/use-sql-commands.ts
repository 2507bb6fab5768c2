import { ArrowLeft, ArrowRight, ListVideo, Play, Plus, Save, Undo2, X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { Tab } from '../../../core/model/desk';
import { type Command, type KeyHint, useCommands } from '../../state/commands';
import { useText } from '../../text/use-text';
import type { What } from './run-tab';
import { activeTab, close, open, reopen, step } from './tabs';

/** What the SQL place can do, in the palette and on the keyboard. */
export function useSqlCommands(start: (what: What, tab: Tab) => void, save: (tab: Tab) => void): void {
  const t = useText();
  const latest = useRef({ start, save });
  useEffect(() => {
    latest.current = { start, save };
  });
  const commands = useMemo((): Command[] => {
    const here = (act: (tab: Tab) => void) => () => {
      const tab = activeTab();
      if (tab) act(tab);
    };
    return [
      {
        id: 'sql/run',
        label: t.sql.run,
        keys: 'Ctrl+Enter',
        bound: true,
        icon: Play,
        run: here((tab) => latest.current.start('here', tab)),
      },
      {
        id: 'sql/all',
        label: t.sql.runAll,
        keys: 'Ctrl+Shift+Enter',
        bound: true,
        icon: ListVideo,
        run: here((tab) => latest.current.start('all', tab)),
      },
      { id: 'sql/save', label: t.sql.queries.save, keys: 'Ctrl+S', bound: true, icon: Save, run: here((tab) => latest.current.save(tab)) },
      { id: 'sql/new', label: t.sql.tabs.add, keys: 'Alt+N', bound: true, icon: Plus, run: () => open(t) },
      { id: 'sql/close', label: t.sql.tabs.closeThis, keys: 'Alt+W', bound: true, icon: X, run: here((tab) => close(t, tab)) },
      { id: 'sql/reopen', label: t.sql.tabs.reopen, keys: 'Alt+Shift+W', bound: true, icon: Undo2, run: reopen },
      { id: 'sql/next', label: t.sql.tabs.next, keys: 'Alt+PageDown', bound: true, icon: ArrowRight, run: () => step(1) },
      { id: 'sql/previous', label: t.sql.tabs.previous, keys: 'Alt+PageUp', bound: true, icon: ArrowLeft, run: () => step(-1) },
    ];
  }, [t]);
  const hints = useMemo(
    (): KeyHint[] => [
      { keys: 'Ctrl+Space', label: t.sql.keys.complete },
      { keys: 'Tab', label: t.sql.keys.take },
      { keys: 'Ctrl+M', label: t.sql.keys.leave },
      { keys: 'F2', label: t.sql.tabs.rename },
      { keys: 'Ctrl+C', label: t.sql.keys.copy },
    ],
    [t],
  );
  useCommands(t.sql.title, commands, hints);
}
