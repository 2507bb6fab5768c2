import { Plus, X } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { useState } from 'react';
import type { Desk, Tab } from '../../../core/model/desk';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';

interface Props {
  desk: Desk;
  /** Tabs whose saved query says something else. */
  changed: (tab: Tab) => boolean;
  onPick: (id: string) => void;
  onRename: (id: string, name: string) => void;
  onClose: (tab: Tab) => void;
  onAdd: () => void;
}

/** The queries that are open: a double click or F2 renames, Delete closes. */
export function TabStrip({ desk, changed, onPick, onRename, onClose, onAdd }: Props) {
  const t = useText();
  const [naming, setNaming] = useState<string>();
  const keys = (event: React.KeyboardEvent, tab: Tab) => {
    if (event.key === 'F2') setNaming(tab.id);
    else if (event.key === 'Delete') onClose(tab);
    else return;
    event.preventDefault();
  };
  return (
    <div className="sql-tabs">
      <Tabs.Root value={desk.active} onValueChange={onPick} className="sql-tabs-scroll" activationMode="manual">
        <Tabs.List aria-label={t.sql.tabs.label} className="sql-tabs-list">
          {desk.tabs.map((tab) => (
            <div key={tab.id} className="sql-tab" data-active={tab.id === desk.active} role="presentation">
              {naming === tab.id ? (
                <NameField
                  name={tab.name}
                  onDone={(name) => {
                    setNaming(undefined);
                    if (name !== undefined) onRename(tab.id, name);
                  }}
                />
              ) : (
                <Tabs.Trigger
                  aria-controls={undefined}
                  value={tab.id}
                  title={tab.name}
                  onDoubleClick={() => setNaming(tab.id)}
                  onKeyDown={(event) => keys(event, tab)}
                  onAuxClick={(event) => event.button === 1 && onClose(tab)}
                >
                  <span className="truncate">{tab.name}</span>
                  {changed(tab) && (
                    <span className="sql-tab-changed" role="img" aria-label={t.sql.tabs.changed} title={t.sql.tabs.changed} />
                  )}
                </Tabs.Trigger>
              )}
              {/* For the mouse alone: a list of tabs holds nothing but tabs, and those are closed with Delete. */}
              <button
                type="button"
                className="sql-tab-close"
                tabIndex={-1}
                aria-hidden
                title={t.sql.tabs.close(tab.name)}
                onClick={() => onClose(tab)}
              >
                <X aria-hidden />
              </button>
            </div>
          ))}
        </Tabs.List>
      </Tabs.Root>
      <Button label={t.sql.tabs.add} icon={Plus} iconOnly size="small" keys="Alt+N" onClick={onAdd} />
    </div>
  );
}

function NameField({ name, onDone }: { name: string; onDone: (name: string | undefined) => void }) {
  const t = useText();
  const [draft, setDraft] = useState(name);
  const done = () => onDone(draft.trim() === '' || draft === name ? undefined : draft.trim());
  return (
    <input
      className="input sql-tab-name"
      aria-label={t.sql.tabs.rename}
      maxLength={120}
      // biome-ignore lint/a11y/noAutofocus: whoever asked to rename wants to write
      autoFocus
      value={draft}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done();
        else if (event.key === 'Escape') onDone(undefined);
        else return;
        event.stopPropagation();
      }}
    />
  );
}
