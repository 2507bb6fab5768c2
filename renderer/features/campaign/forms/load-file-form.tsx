import { FileInput, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { type FileColumn, fileName, type ReadAs } from '../../../../core/model/recipe';
import { unchosen } from '../../../../core/model/unchosen';
import { chooseFiles } from '../../../rpc/shell';
import { attempt } from '../../../state/failures';
import { call } from '../../../state/host';
import { fileExtensions } from '../../../state/imports';
import { runJob } from '../../../state/jobs';
import { useFormats, useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Field, Input } from '../../../ui/field';
import type { FormProps } from './form-props';
import { ReadingDialog } from './reading-dialog';

export function LoadFileForm({ activity, onChange }: FormProps<'load-file'>) {
  const t = useText();
  const f = useFormats();
  const [reading, setReading] = useState<{ path: string; how: ReadAs; columns: FileColumn[] }>();
  const { source, columns } = activity;
  const chosen = source.path !== unchosen.file;
  const choose = async () => {
    const [path] = await runJob(t.import.reading, (job) =>
      chooseFiles({ call }, { extensions: fileExtensions, signal: job.signal, onShare: job.report }),
    );
    if (path !== undefined) setReading({ path, how: {}, columns: [] });
  };
  const reread = () => {
    const { path, ...how } = source;
    setReading({ path, how, columns });
  };
  const kept = columns.filter((column) => !column.ignore).length;
  return (
    <>
      <div className="field" role="group" aria-label={t.gather.file}>
        <span className="field-label">{t.gather.file}</span>
        {chosen ? (
          <>
            <div className="rule-part">
              <strong className="truncate" title={source.path}>
                {fileName(source.path)}
              </strong>
              <span className="muted">
                {source.format.toUpperCase()} · {t.gather.fileColumns(f.number(kept))}
              </span>
            </div>
            <div className="row wrap">
              <Button label={t.gather.otherFile} icon={FileInput} look="plain" onClick={() => attempt(choose)} />
              <Button label={t.gather.howRead} icon={SlidersHorizontal} look="plain" onClick={reread} />
            </div>
          </>
        ) : (
          <div className="form-empty">
            <p>{t.gather.noFile}</p>
            <Button label={t.gather.chooseFile} icon={FileInput} look="primary" onClick={() => attempt(choose)} />
          </div>
        )}
        <span className="field-hint">{t.gather.fileHint}</span>
      </div>
      {chosen && (
        <Field label={t.gather.tolerate} hint={t.gather.tolerateHint}>
          {(id) => (
            <Input
              id={id}
              type="number"
              min={0}
              value={activity.tolerate === undefined ? '' : String(activity.tolerate)}
              onChange={(text) => {
                const lines = Number(text);
                if (text === '') onChange({ ...activity, tolerate: undefined }, 'tolerate');
                else if (Number.isInteger(lines) && lines >= 0) onChange({ ...activity, tolerate: lines }, 'tolerate');
              }}
            />
          )}
        </Field>
      )}
      {reading && (
        <ReadingDialog
          {...reading}
          onClose={() => setReading(undefined)}
          onSave={(next) => {
            setReading(undefined);
            onChange({ ...activity, ...next });
          }}
        />
      )}
    </>
  );
}
