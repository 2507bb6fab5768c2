import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { chooseFolder, hasDialogs } from '../../rpc/shell';
import { attempt } from '../../state/failures';
import { call } from '../../state/host';
import { leaving } from '../../state/leaving';
import { enterWorkspace, go, useSession } from '../../state/session';
import { useBusy } from '../../state/use-busy';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field, Input } from '../../ui/field';

/** Creates a workspace in a folder, or opens the one that is there. */
export function FolderDialog({ kind, onClose }: { kind: 'new' | 'open'; onClose: () => void }) {
  const t = useText();
  const home = useSession((state) => state.home);
  const [name, setName] = useState('');
  const [typed, setTyped] = useState<string>();
  const [busy, during] = useBusy();
  const folder = typed ?? (kind === 'new' ? `${home}/${name}` : `${home}/`);
  const choose = async () => {
    const chosen = await chooseFolder();
    if (chosen !== undefined) setTyped(chosen);
  };
  const finish = async () => {
    await enterWorkspace(
      await leaving((how) =>
        kind === 'new' ? call('workspace.create', { folder, name, ...how }) : call('workspace.open', { folder, ...how }),
      ),
    );
    onClose();
    go(kind === 'new' ? 'data' : 'campaigns');
  };
  const ready = folder.trim() !== '' && (kind === 'open' || name.trim() !== '');
  return (
    <Dialog
      title={kind === 'new' ? t.home.newWorkspace : t.home.openWorkspace}
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button
            label={kind === 'new' ? t.common.create : t.common.open}
            look="primary"
            disabled={!ready}
            busy={busy}
            onClick={() => attempt(() => during(finish))}
          />
        </>
      }
    >
      <form
        className="column"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) attempt(() => during(finish));
        }}
      >
        {kind === 'new' && (
          <Field label={t.common.name}>{(id) => <Input id={id} value={name} maxLength={120} autoFocus onChange={setName} />}</Field>
        )}
        <Field label={t.common.folder} hint={kind === 'new' ? t.home.folderHint : undefined}>
          {(id) => (
            <div className="row">
              <Input id={id} value={folder} onChange={setTyped} />
              {hasDialogs() && <Button label={t.common.choose} icon={FolderOpen} look="plain" onClick={() => attempt(choose)} />}
            </div>
          )}
        </Field>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
