import type { LucideIcon } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useId, useRef, useState } from 'react';
import { giveBack, goOn } from './focus';
import { isFound } from './is-found';

export interface Pickable {
  key: string;
  label: string;
  hint: string;
  /** What does the same at once. */
  keys?: string | undefined;
  icon: LucideIcon;
}

/** One of many by typing a part of its name: arrow keys choose, Enter takes it, Escape takes nothing. */
export function PickList<T extends Pickable>({
  title,
  placeholder = title,
  empty,
  entries,
  onPick,
  onClose,
}: {
  title: string;
  placeholder?: string;
  empty: string;
  entries: readonly T[];
  onPick: (entry: T) => void;
  onClose: () => void;
}) {
  const list = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const picked = useRef<T>(undefined);
  const has = (words: string) => isFound(words, text);
  const matching = entries.filter((entry) => has(`${entry.label} ${entry.hint}`));
  // What is called so comes before what only says so.
  const found = [...matching.filter((entry) => has(entry.label)), ...matching.filter((entry) => !has(entry.label))];
  const pick = (entry: T | undefined) => {
    if (!entry) return;
    picked.current = entry;
    onClose();
  };
  // What was picked says where one is then: letters pressed next are for it, not for the field one came from.
  const closed = (event: Event) => {
    if (!picked.current) return giveBack(event);
    event.preventDefault();
    goOn();
    onPick(picked.current);
  };
  const go = (next: number) => {
    setAt(next);
    document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const keys = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown') go(Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') go(Math.max(at - 1, 0));
    else if (event.key === 'Enter') pick(found[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-veil" />
        <Dialog.Content className="palette" aria-describedby={undefined} onCloseAutoFocus={closed}>
          <Dialog.Title className="visually-hidden">{title}</Dialog.Title>
          <input
            className="palette-input"
            role="combobox"
            aria-expanded
            aria-controls={list}
            aria-activedescendant={found[at] ? `${list}-${at}` : undefined}
            aria-label={title}
            placeholder={placeholder}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setAt(0);
            }}
            onKeyDown={keys}
          />
          <div className="palette-list" role="listbox" id={list} aria-label={title}>
            {found.length === 0 && <p className="dock-empty">{empty}</p>}
            {found.map((entry, i) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and takes the keys
              <div
                key={entry.key}
                id={`${list}-${i}`}
                role="option"
                aria-selected={i === at}
                className="menu-item"
                data-highlighted={i === at ? '' : undefined}
                onPointerMove={() => setAt(i)}
                onClick={() => pick(entry)}
              >
                <entry.icon aria-hidden />
                <span className="truncate">{entry.label}</span>
                <span className="keys truncate">{entry.hint}</span>
                {entry.keys !== undefined && <kbd>{entry.keys}</kbd>}
              </div>
            ))}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
