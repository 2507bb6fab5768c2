import { Table, Workflow } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useEffect, useMemo, useState } from 'react';
import { useData } from '../state/data';
import { attempt } from '../state/failures';
import { refreshCampaigns, useLibrary } from '../state/library';
import { usePreferences } from '../state/preferences';
import { go, leaveWorkspace, places, useSession } from '../state/session';
import { type Text, useText } from '../text/use-text';
import { needsWorkspace, placeIcons } from './places';

interface Entry {
  key: string;
  label: string;
  hint: string;
  icon: React.ComponentType<{ 'aria-hidden'?: boolean }>;
  act: () => void;
}

function useEntries(t: Text): Entry[] {
  const workspace = useSession((state) => state.workspace);
  const model = useData((state) => state.model);
  const campaigns = useLibrary((state) => state.campaigns);
  return useMemo(() => {
    const here = places.filter((name) => workspace || !needsWorkspace.has(name));
    const dark = document.documentElement.dataset.theme === 'dark';
    return [
      ...here.map((name) => ({ key: `place/${name}`, label: t.frame.places[name], hint: '', icon: placeIcons[name], act: () => go(name) })),
      ...(workspace ? (campaigns ?? []) : []).map((c) => ({
        key: `campaign/${c.id}`,
        label: c.name,
        hint: t.frame.places.campaigns,
        icon: Workflow,
        act: () => go('campaigns', c.id),
      })),
      ...model.entities.map((e) => ({
        key: `entity/${e.name}`,
        label: e.name,
        hint: t.frame.places.data,
        icon: Table,
        act: () => go('data', e.name),
      })),
      {
        key: 'theme',
        label: dark ? t.frame.light : t.frame.dark,
        hint: t.frame.places.settings,
        icon: placeIcons.settings,
        act: () => usePreferences.setState({ theme: dark ? 'light' : 'dark' }),
      },
      ...(workspace
        ? [{ key: 'close', label: t.frame.closeWorkspace, hint: workspace.name, icon: placeIcons.home, act: () => attempt(leaveWorkspace) }]
        : []),
    ];
  }, [t, workspace, model, campaigns]);
}

/** Goes to anything by name. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const open = useSession((state) => state.workspace !== null);
  useEffect(() => {
    if (open) attempt(refreshCampaigns);
  }, [open]);
  const fold = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const found = useEntries(t).filter((entry) => fold(`${entry.label} ${entry.hint}`).includes(fold(text)));
  const pick = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    entry.act();
  };
  const keys = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter') pick(found[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-veil" />
        <Dialog.Content className="palette" aria-describedby={undefined}>
          <Dialog.Title className="visually-hidden">{t.frame.palette}</Dialog.Title>
          <input
            className="palette-input"
            role="combobox"
            aria-expanded
            aria-controls="palette-list"
            aria-activedescendant={found[at] ? `palette-${at}` : undefined}
            aria-label={t.frame.palette}
            placeholder={t.frame.paletteHint}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setAt(0);
            }}
            onKeyDown={keys}
          />
          <div className="palette-list" role="listbox" id="palette-list" aria-label={t.frame.palette}>
            {found.length === 0 && <p className="dock-empty">{t.frame.paletteNothing}</p>}
            {found.map((entry, i) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and takes the keys
              <div
                key={entry.key}
                id={`palette-${i}`}
                role="option"
                aria-selected={i === at}
                className="menu-item"
                data-highlighted={i === at ? '' : undefined}
                onPointerMove={() => setAt(i)}
                onClick={() => pick(entry)}
              >
                <entry.icon aria-hidden />
                {entry.label}
                <span className="keys">{entry.hint}</span>
              </div>
            ))}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
