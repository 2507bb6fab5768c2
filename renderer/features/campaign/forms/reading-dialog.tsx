import { useEffect, useState } from 'react';
import type { FileColumn, FileSource } from '../../../../core/model/recipe';
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
import { FileColumnFields } from './file-column-fields';
import { sourceOf } from './source-of';

/** How a file is cut into columns and what they become, with its first rows. */
export function ReadingDialog({
  source,
  columns,
  onSave,
  onClose,
}: {
  source: FileSource;
  columns: FileColumn[];
  onSave: (read: { source: FileSource; columns: FileColumn[] }) => void;
  onClose: () => void;
}) {
  const t = useText();
  const [preview, setPreview] = useState<Omit<ImportPreview, 'columns'>>();
  const [read, setRead] = useState(columns);
  const [error, setError] = useState<unknown>();
  const look = async (how: Pick<FileSource, 'dialect' | 'sheet'>, keep = false) => {
    const seen = await call('import.preview', { path: source.path, format: source.format, ...how });
    setError(undefined);
    setPreview(seen);
    if (!keep) setRead(seen.columns);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once as it was saved; later reads follow what is changed here
  useEffect(() => {
    const { dialect, sheet } = source;
    look({ ...(dialect ? { dialect } : {}), ...(sheet === undefined ? {} : { sheet }) }, true).catch(setError);
  }, [source.path]);
  const usable = preview !== undefined && read.some((column) => !column.ignore);
  return (
    <Dialog
      title={t.gather.readTitle(fileName(source.path))}
      size="wide"
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button
            label={t.common.save}
            look="primary"
            disabled={!usable}
            onClick={() => preview && onSave(sourceOf({ ...preview, columns: read }))}
          />
        </>
      }
    >
      {error !== undefined && <Failure error={error} />}
      {!preview && error === undefined && <Progress label={t.import.reading} />}
      {preview && (
        <div className="reading">
          <aside className="reading-side">
            <SourceFields preview={preview} onChange={(how) => look(how).catch(setError)} />
          </aside>
          <div className="reading-main">
            {preview.problems.map((problem, i) => (
              <ProblemNotice key={i} problem={problem} />
            ))}
            <ColumnsTable
              columns={read}
              onChange={setRead}
              details={(column, change) => <FileColumnFields column={column} onChange={change} />}
            />
            <SampleTable page={preview.sample} />
          </div>
        </div>
      )}
    </Dialog>
  );
}
