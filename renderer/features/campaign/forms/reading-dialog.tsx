import { useEffect, useState } from 'react';
import type { ColumnMapping, FileSource } from '../../../../core/model/recipe';
import type { ImportPreview } from '../../../../core/model/report';
import { call } from '../../../state/host';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Failure, ProblemNotice } from '../../../ui/problem-notice';
import { Progress } from '../../../ui/progress';
import { ColumnsTable } from '../../../ui/reading/columns-table';
import { SampleTable } from '../../../ui/reading/sample-table';
import { SourceFields } from '../../../ui/reading/source-fields';
import { fileName } from '../sentence';
import { sourceOf } from './source-of';

/** How a file is cut into columns and what they become, with its first rows. */
export function ReadingDialog({
  source,
  columns,
  onSave,
  onClose,
}: {
  source: FileSource;
  columns: ColumnMapping[];
  onSave: (read: { source: FileSource; columns: ColumnMapping[] }) => void;
  onClose: () => void;
}) {
  const t = useText();
  const [preview, setPreview] = useState<ImportPreview>();
  const [error, setError] = useState<unknown>();
  const read = async (how: Pick<FileSource, 'dialect' | 'sheet'>, kept?: ColumnMapping[]) => {
    const seen = await call('import.preview', { path: source.path, format: source.format, ...how });
    setError(undefined);
    setPreview(kept ? { ...seen, columns: kept } : seen);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once as it was saved; later reads follow what is changed here
  useEffect(() => {
    const { dialect, sheet } = source;
    read({ ...(dialect ? { dialect } : {}), ...(sheet === undefined ? {} : { sheet }) }, columns).catch(setError);
  }, [source.path]);
  const usable = preview?.columns.some((column) => !column.ignore) === true;
  return (
    <Dialog
      title={t.gather.readTitle(fileName(source.path))}
      size="wide"
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button label={t.common.save} look="primary" disabled={!usable} onClick={() => preview && onSave(sourceOf(preview))} />
        </>
      }
    >
      {error !== undefined && <Failure error={error} />}
      {!preview && error === undefined && <Progress label={t.import.reading} />}
      {preview && (
        <div className="reading">
          <aside className="reading-side">
            <SourceFields preview={preview} onChange={(how) => read(how).catch(setError)} />
          </aside>
          <div className="reading-main">
            {preview.problems.map((problem, i) => (
              <ProblemNotice key={i} problem={problem} />
            ))}
            <ColumnsTable columns={preview.columns} onChange={(next) => setPreview({ ...preview, columns: next })} />
            <SampleTable page={preview.sample} />
          </div>
        </div>
      )}
    </Dialog>
  );
}
