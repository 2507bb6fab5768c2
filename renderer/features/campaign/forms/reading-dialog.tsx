import { type FileColumn, type FileSource, fileName, type ReadAs } from '../../../../core/model/recipe';
import { useReading, useTried } from '../../../state/use-reading';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { ColumnsTable } from '../../../ui/reading/columns-table';
import { FileReading } from '../../../ui/reading/file-reading';
import { SampleTable } from '../../../ui/reading/sample-table';
import { FileColumnFields } from './file-column-fields';

const noKey: string[] = [];

/** How a file is cut into columns and what they become, with its first rows. */
export function ReadingDialog({
  path,
  how,
  columns: saved,
  onSave,
  onClose,
}: {
  path: string;
  how: ReadAs;
  columns: FileColumn[];
  onSave: (read: { source: FileSource; columns: FileColumn[] }) => void;
  onClose: () => void;
}) {
  const t = useText();
  const reading = useReading(path, { how, columns: saved });
  const { preview, source, columns } = reading;
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
      <FileReading reading={reading} refusal={refusal}>
        <ColumnsTable
          columns={columns}
          onChange={reading.setColumns}
          tried={fresh ? tried : undefined}
          details={(column, change) => <FileColumnFields column={column} onChange={change} />}
        />
        {preview && <SampleTable page={preview.sample} tried={tried} fresh={fresh} />}
      </FileReading>
    </Dialog>
  );
}
