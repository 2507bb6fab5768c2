import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { filePath } from '../../rpc/shell';
import { attempt } from '../../state/failures';
import { call } from '../../state/host';
import { nextImport, queueImports, useImports } from '../../state/imports';
import { runJob } from '../../state/jobs';
import { useText } from '../../text/use-text';
import { ImportDialog } from './import/import-dialog';

/** Takes files dropped anywhere on the window, and shows the import of the first one that waits. */
export function DropZone() {
  const t = useText();
  const [over, setOver] = useState(false);
  const waiting = useImports((state) => state.waiting[0]);
  useEffect(() => {
    const bring = async (files: File[]) => {
      for (const file of files)
        queueImports([
          await runJob(t.import.uploading(file.name), (job) => filePath({ call }, file, { signal: job.signal, onShare: job.report })),
        ]);
    };
    const drag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(event.type === 'dragover');
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      setOver(false);
      attempt(() => bring(files));
    };
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [t]);
  return (
    <>
      {over && (
        <div className="drop-veil">
          <Download aria-hidden />
          <h1>{t.frame.dropTitle}</h1>
          <p>{t.frame.dropText}</p>
        </div>
      )}
      {waiting !== undefined && <ImportDialog key={waiting.turn} waiting={waiting} onDone={nextImport} />}
    </>
  );
}
