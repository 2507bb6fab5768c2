import { ArrowRight, X } from 'lucide-react';
import type { RecentWorkspace } from '../../../core/model/report';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';

interface Props {
  recent: readonly RecentWorkspace[];
  disabled: boolean;
  onOpen: (folder: string) => void;
  onForget: (folder: string) => void;
}

/** Workspaces opened before. One that is open elsewhere can be tried all the same: the error tells who has it. */
export function RecentList({ recent, disabled, onOpen, onForget }: Props) {
  const t = useText();
  const f = useFormats();
  const said = ({ state, openedAt }: RecentWorkspace) =>
    state === 'gone' ? t.home.missing : state === 'in-use' ? t.home.inUse : t.home.openedAt(f.moment(openedAt));
  return (
    <ul className="card">
      {recent.map((entry) => (
        <li key={entry.folder} className="row home-recent-row">
          <button type="button" className="home-entry" disabled={entry.state === 'gone' || disabled} onClick={() => onOpen(entry.folder)}>
            <span className="grow">
              <strong>{entry.name}</strong>
              <span className="muted truncate home-folder">{entry.folder}</span>
            </span>
            <span className="muted">{said(entry)}</span>
            <ArrowRight aria-hidden />
          </button>
          <Button label={t.home.forget(entry.name)} icon={X} iconOnly size="small" onClick={() => onForget(entry.folder)} />
        </li>
      ))}
    </ul>
  );
}
