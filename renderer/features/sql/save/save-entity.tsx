import { useEffect, useState } from 'react';
import { type PersonalLabel, readByQuery } from '../../../../core/model/entity';
import { useData } from '../../../state/data';
import { attempt, useSayings } from '../../../state/failures';
import { call } from '../../../state/host';
import { runJob } from '../../../state/jobs';
import { go, refreshWorkspace } from '../../../state/session';
import { useBusy } from '../../../state/use-busy';
import { useFormats, useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { cellKind } from '../../../ui/cells';
import { Dialog } from '../../../ui/dialog';
import { Field, Input } from '../../../ui/field';
import { Failure } from '../../../ui/problem-notice';
import type { Written } from './written';

/** Makes an entity of the rows a query gives now; one that was made of another query may be made of this one. `of` names the tab. */
export function SaveEntity({ written, of, onClose }: { written: Written; of: string; onClose: () => void }) {
  const t = useText();
  const f = useFormats();
  const [columns, setColumns] = useState<{ name: string; type: string; personal?: PersonalLabel | undefined }[]>([]);
  const made = useData((state) => state.model.entities).filter((e) => readByQuery(e) !== undefined);
  const [name, setName] = useState(made.some((e) => e.name === of) ? of : '');
  const replaced = made.find((e) => e.name === name.trim());
  const [key, setKey] = useState<readonly string[]>([]);
  const [busy, during] = useBusy();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    call('sql.describe', { ...written }).then((found) => {
      setColumns(found);
      setKey(found.slice(0, 1).map((c) => c.name));
    }, setError);
  }, [written]);
  const save = async () => {
    setError(undefined);
    try {
      const { rows } = await runJob(t.sql.save.makingEntity, (job) =>
        call(
          'sql.saveEntity',
          {
            ...written,
            name: name.trim(),
            ...(replaced ? { key: replaced.key, replace: true } : { key: columns.map((c) => c.name).filter((c) => key.includes(c)) }),
          },
          { signal: job.signal, onProgress: (p) => job.report(p.share) },
        ),
      );
      await useData.getState().refresh();
      await refreshWorkspace();
      useSayings.getState().say({ tone: 'success', text: t.sql.save.entityMade(name.trim(), f.number(rows)) });
      onClose();
      go('data', name.trim());
    } catch (reason) {
      setError(reason);
    }
  };
  const typeWords = (type: string) => {
    const kind = cellKind(type);
    return kind ? t.common.cellKinds[kind] : type.toLowerCase();
  };
  const labelled = columns.filter((c) => c.personal !== undefined).length;
  const turn = (column: string) => setKey(key.includes(column) ? key.filter((k) => k !== column) : [...key, column]);
  return (
    <Dialog
      title={t.sql.save.asEntity}
      description={t.sql.save.entityHint}
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button
            label={replaced ? t.common.replace : t.common.create}
            look="primary"
            busy={busy}
            disabled={name.trim() === '' || key.length === 0}
            onClick={() => attempt(() => during(save))}
          />
        </>
      }
    >
      <div className="column">
        {error !== undefined && <Failure error={error} />}
        <Field label={t.common.name}>{(id) => <Input id={id} autoFocus maxLength={120} value={name} onChange={setName} />}</Field>
        <fieldset className="sql-keys">
          <legend className="field-label">{t.sql.save.key}</legend>
          <span className="field-hint">
            {replaced ? t.sql.save.entityReplaces(replaced.name, replaced.key.join(', ')) : t.sql.save.keyHint}
          </span>
          <ul>
            {columns.map((column) => (
              <li key={column.name}>
                <label>
                  <input
                    type="checkbox"
                    checked={(replaced?.key ?? key).includes(column.name)}
                    disabled={replaced !== undefined}
                    onChange={() => turn(column.name)}
                  />
                  <span className="grow truncate">{column.name}</span>
                  {column.personal && <span className="badge">{t.data.personalLabels[column.personal]}</span>}
                  <span className="muted">{typeWords(column.type)}</span>
                </label>
              </li>
            ))}
          </ul>
          <span className="field-hint">{labelled === 0 ? t.sql.save.noLabels : t.sql.save.labels(f.number(labelled))}</span>
        </fieldset>
      </div>
    </Dialog>
  );
}
