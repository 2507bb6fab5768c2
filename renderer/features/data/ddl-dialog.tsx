import { FolderOpen } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useData } from '../../state/data';
import { attempt } from '../../state/failures';
import { call } from '../../state/host';
import { refreshWorkspace } from '../../state/session';
import { useAsked } from '../../state/use-asked';
import { useSettled } from '../../state/use-settled';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field, TextArea } from '../../ui/field';
import { Failure, ProblemNotice } from '../../ui/problem-notice';

/** Takes CREATE TABLE statements, says what they would make, and makes it. */
export function DdlDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const f = useFormats();
  const [sql, setSql] = useState('');
  const chooser = useRef<HTMLInputElement>(null);
  const settled = useSettled(sql, 400);
  const ask = useMemo(
    () => (settled.trim() === '' ? undefined : (signal: AbortSignal) => call('model.loadDdl', { sql: settled, dryRun: true }, { signal })),
    [settled],
  );
  const { value: found, error } = useAsked(ask);
  const makes = (found?.entities.length ?? 0) + (found?.links.length ?? 0);
  const make = async () => {
    await call('model.loadDdl', { sql });
    await useData.getState().refresh();
    await refreshWorkspace();
    onClose();
  };
  return (
    <Dialog
      title={t.data.ddlTitle}
      description={t.data.ddlText}
      size="middle"
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button label={t.data.ddlMake} look="primary" disabled={makes === 0 || settled !== sql} onClick={() => attempt(make)} />
        </>
      }
    >
      <Button label={t.data.ddlFile} icon={FolderOpen} look="plain" onClick={() => chooser.current?.click()} />
      <input
        ref={chooser}
        hidden
        type="file"
        accept=".sql,.ddl,.txt"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file can be opened again once it is another.
          event.target.value = '';
          if (file) attempt(async () => setSql(await file.text()));
        }}
      />
      <Field label={t.data.ddlField}>{(id) => <TextArea id={id} rows={12} mono value={sql} onChange={setSql} />}</Field>
      {error !== undefined && <Failure error={error} />}
      {found && (
        <section className="section" data-testid="ddl">
          <p>{t.data.ddlMakes(f.number(found.entities.length), f.number(found.links.length))}</p>
          {found.existing.length > 0 && <p className="muted">{t.data.ddlKeeps(found.existing.join(', '))}</p>}
          <ul>
            {found.entities.map((e) => (
              <li key={e.name}>
                <strong>{e.name}</strong> <span className="muted">{e.attributes.map((a) => a.name).join(', ')}</span>{' '}
                <span className="badge">
                  {t.data.key}: {e.key.join(', ')}
                </span>
              </li>
            ))}
          </ul>
          {found.problems.map((problem, i) => (
            <ProblemNotice key={i} problem={problem} />
          ))}
        </section>
      )}
    </Dialog>
  );
}
