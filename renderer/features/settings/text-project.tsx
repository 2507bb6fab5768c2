import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { TextImport } from '../../../core/model/text-project';
import { chooseFolder, hasDialogs } from '../../rpc/shell';
import { attempt, useSayings } from '../../state/failures';
import { call } from '../../state/host';
import { refreshAudiences, refreshCampaigns, refreshEndpoints, refreshFilters } from '../../state/library';
import { enterWorkspace } from '../../state/session';
import { useBusy } from '../../state/use-busy';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Switch } from '../../ui/choice';
import { Dialog } from '../../ui/dialog';
import { Field, Input } from '../../ui/field';

/** The documents of the workspace as text files in a folder, and back. */
export function TextProject({ folder: workspace }: { folder: string }) {
  const t = useText();
  const f = useFormats();
  const [typed, setTyped] = useState<string>();
  const [looked, setLooked] = useState<TextImport>();
  const folder = typed ?? `${workspace}-text`;
  const choose = async () => {
    const chosen = await chooseFolder();
    if (chosen !== undefined) setTyped(chosen);
  };
  const exportAll = async () => {
    const { written, removed, leftOut } = await call('workspace.exportText', { folder });
    const left = leftOut.length > 0 ? ` ${t.settings.text.leftOut(leftOut.join(', '))}` : '';
    useSayings
      .getState()
      .say({ tone: 'success', text: t.settings.text.exported(f.number(written.length), f.number(removed.length)) + left });
  };
  const look = async () => setLooked(await call('workspace.importText', { folder, look: true }));
  return (
    <section className="section">
      <h2>{t.settings.text.title}</h2>
      <div className="card card-body column">
        <p className="muted">{t.settings.text.about}</p>
        <Field label={t.common.folder}>
          {(id) => (
            <div className="row">
              <Input id={id} value={folder} onChange={setTyped} />
              {hasDialogs() && <Button label={t.common.choose} icon={FolderOpen} look="plain" onClick={() => attempt(choose)} />}
              <Button label={t.settings.text.export} look="plain" onClick={() => attempt(exportAll)} />
              <Button label={t.settings.text.import} look="plain" onClick={() => attempt(look)} />
            </div>
          )}
        </Field>
      </div>
      {looked && <ImportDialog folder={folder} looked={looked} onClose={() => setLooked(undefined)} />}
    </section>
  );
}

/** What an import would change, before it does. */
function ImportDialog({ folder, looked, onClose }: { folder: string; looked: TextImport; onClose: () => void }) {
  const t = useText();
  const f = useFormats();
  const [remove, setRemove] = useState(false);
  const [busy, during] = useBusy();
  const absent = looked.changes.filter((c) => c.state === 'absent');
  const taken = looked.changes.filter((c) => c.state !== 'absent');
  const removable = absent.some((c) => c.kind !== 'entity');
  const finish = async () => {
    await call('workspace.importText', { folder, remove });
    const summary = await call('workspace.current', {});
    if (summary) await enterWorkspace(summary);
    await Promise.all([refreshCampaigns(), refreshAudiences(), refreshFilters(), refreshEndpoints()]);
    useSayings.getState().say({ tone: 'success', text: t.settings.text.imported(f.number(taken.length)) });
    onClose();
  };
  return (
    <Dialog
      title={t.settings.text.import}
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button
            label={t.settings.text.take}
            look="primary"
            busy={busy}
            disabled={taken.length === 0 && !remove}
            onClick={() => attempt(() => during(finish))}
          />
        </>
      }
    >
      <div className="column">
        <p>{t.settings.text.same(f.number(looked.unchanged))}</p>
        {looked.changes.length > 0 && (
          <ul className="text-changes">
            {looked.changes.map(({ kind, id, state }) => (
              <li key={`${kind} ${id}`}>
                <span className="badge">{t.settings.text.states[state]}</span> {t.settings.text.kinds[kind]}{' '}
                <span className="mono">{id}</span>
              </li>
            ))}
          </ul>
        )}
        {removable && <Switch label={t.settings.text.remove} checked={remove} onChange={setRemove} />}
      </div>
    </Dialog>
  );
}
