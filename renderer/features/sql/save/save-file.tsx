import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { type SqlFileFormat, sqlFileFormats } from '../../../../core/model/sql-file';
import { chooseFolder, hasDialogs } from '../../../rpc/shell';
import { attempt, useSayings } from '../../../state/failures';
import { call } from '../../../state/host';
import { runJob } from '../../../state/jobs';
import { useBusy } from '../../../state/use-busy';
import { useFormats, useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Switch } from '../../../ui/choice';
import { Dialog } from '../../../ui/dialog';
import { Field, Input } from '../../../ui/field';
import { Failure } from '../../../ui/problem-notice';
import { Select } from '../../../ui/select';
import type { Written } from './written';

/** Writes all rows of a query to a file. */
export function SaveFile({ written, name: proposed, onClose }: { written: Written; name: string; onClose: () => void }) {
  const t = useText();
  const f = useFormats();
  const [name, setName] = useState(proposed.replaceAll(/[\\/:*?"<>|]/g, '-'));
  const [format, setFormat] = useState<SqlFileFormat>('csv');
  const [folder, setFolder] = useState('');
  const [replace, setReplace] = useState(false);
  const [busy, during] = useBusy();
  const [error, setError] = useState<unknown>();
  const choose = async () => {
    const chosen = await chooseFolder();
    if (chosen !== undefined) setFolder(chosen);
  };
  const save = async () => {
    setError(undefined);
    try {
      const into = folder.trim() === '' ? {} : { folder: folder.trim() };
      const made = await runJob(t.sql.save.writingFile, (job) =>
        call(
          'sql.saveFile',
          { ...written, name: name.trim(), format, replace, ...into },
          { signal: job.signal, onProgress: (p) => job.report(p.share) },
        ),
      );
      useSayings.getState().say({ tone: 'success', text: t.sql.save.fileMade(f.number(made.rows), made.file) });
      onClose();
    } catch (reason) {
      setError(reason);
    }
  };
  return (
    <Dialog
      title={t.sql.save.asFile}
      description={t.sql.save.fileHint}
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button
            label={t.common.save}
            look="primary"
            busy={busy}
            disabled={name.trim() === ''}
            onClick={() => attempt(() => during(save))}
          />
        </>
      }
    >
      <div className="column">
        {error !== undefined && <Failure error={error} />}
        <Field label={t.sql.save.fileName}>{(id) => <Input id={id} autoFocus maxLength={120} value={name} onChange={setName} />}</Field>
        <Field label={t.sql.save.format}>
          {(id) => (
            <Select
              id={id}
              value={format}
              options={sqlFileFormats.map((value) => ({ value, label: t.sql.save.formats[value] }))}
              onChange={setFormat}
            />
          )}
        </Field>
        <Field label={t.common.folder} hint={t.sql.save.folderHint}>
          {(id) => (
            <div className="row">
              <Input id={id} value={folder} onChange={setFolder} />
              {hasDialogs() && <Button label={t.common.choose} icon={FolderOpen} look="plain" onClick={() => attempt(choose)} />}
            </div>
          )}
        </Field>
        <Switch label={t.sql.save.replace} checked={replace} onChange={setReplace} />
      </div>
    </Dialog>
  );
}
