import type { FileColumn, FileSource } from '../../../../core/model/recipe';
import { useReading, useTried } from '../../../state/use-reading';
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

const noKey: string[] = [];

/** How a file is cut into columns and what they become, with its first rows. */
export function ReadingDialog({
  source: asSaved,
  columns: saved,
  onSave,
  onClose,
}: {
  source: FileSource;
  columns: FileColumn[];
  onSave: (read: { source: FileSource; columns: FileColumn[] }) => void;
  onClose: () => void;
}) {
  const t = useText();
  const { path, ...how } = asSaved;
  const reading = useReading(path, { how, columns: saved });
  const { preview, source, columns, error } = reading;
  const { tried, fresh, error: refusal } = useTried(reading, noKey);
  const usable = preview !== undefined && !reading.busy && columns.some((column) => !column.ignore);
  return (
    <Dialog
      title={t.gather.readTitle(fileName(path))}
      size="wide"
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button label={t.common.save} look="primary" disabled={!usable} onClick={() => source && onSave({ source, columns })} />
        </>
      }
    >
      {error !== undefined && <Failure error={error} />}
      {!preview && error === undefined && <Progress label={t.import.reading} />}
      {preview && (
        <div className="reading" aria-busy={reading.busy}>
          <aside className="reading-side">
            <SourceFields preview={preview} how={reading.how} onChange={reading.read} />
          </aside>
          <div className="reading-main">
            {preview.problems.map((problem, i) => (
              <ProblemNotice key={i} problem={problem} />
            ))}
            {refusal !== undefined && <Failure error={refusal} />}
            <ColumnsTable
              columns={columns}
              onChange={reading.setColumns}
              tried={fresh ? tried : undefined}
              details={(column, change) => <FileColumnFields column={column} onChange={change} />}
            />
            <SampleTable page={preview.sample} tried={tried} fresh={fresh} />
          </div>
        </div>
      )}
    </Dialog>
  );
}
