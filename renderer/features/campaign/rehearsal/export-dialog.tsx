import { useMemo } from 'react';
import type { Campaign } from '../../../../core/model/campaign';
import { saveNow } from '../../../state/campaign';
import { call } from '../../../state/host';
import { runJob } from '../../../state/jobs';
import { go } from '../../../state/session';
import { useAsked } from '../../../state/use-asked';
import { useSteady } from '../../../state/use-steady';
import { useFormats, useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Notice } from '../../../ui/notice';
import { Failure } from '../../../ui/problem-notice';
import { Progress } from '../../../ui/progress';
import './rehearsal.css';

/** Writes the files for the mail house and shows what was written. */
export function ExportDialog({ campaign, folder, onClose }: { campaign: Campaign; folder: string | undefined; onClose: () => void }) {
  const t = useText();
  const f = useFormats();
  // Another language is no reason to begin anew.
  const said = useSteady(() => t.rehearsal.exporting);
  const ask = useMemo(
    () => async (signal: AbortSignal) => {
      await saveNow();
      return runJob(
        said(),
        (job) =>
          call(
            'campaign.export',
            { id: campaign.id, ...(folder ? { folder } : {}) },
            { signal: job.signal, onProgress: (p) => job.report(p.share) },
          ),
        signal,
      );
    },
    [campaign.id, folder, said],
  );
  const { value, error } = useAsked(ask);
  const deliver = () => {
    onClose();
    go('delivery');
  };
  return (
    <Dialog
      title={t.rehearsal.exportTitle}
      size="middle"
      onClose={onClose}
      foot={
        <>
          {value && value.length > 0 && <Button label={t.rehearsal.goDeliver} onClick={deliver} />}
          <Button label={t.common.close} onClick={onClose} />
        </>
      }
    >
      {error !== undefined && <Failure error={error} />}
      {!value && error === undefined && <Progress label={t.rehearsal.exporting} />}
      {value?.length === 0 && <Notice says={t.rehearsal.nothingToExport} />}
      {value?.map((summary) => (
        <section className="section" key={summary.message} data-testid="export">
          <p className="mono">{folder ? `${folder}/${summary.folder}` : summary.folder}</p>
          <table className="list-table compact">
            <thead>
              <tr>
                <th>{t.rehearsal.exportFile}</th>
                <th className="number">{t.common.rows}</th>
                <th className="number">{t.rehearsal.exportSize}</th>
                <th>{t.rehearsal.checksum}</th>
              </tr>
            </thead>
            <tbody>
              {summary.files.map((file) => (
                <tr key={file.file}>
                  <td className="mono">{file.file}</td>
                  <td className="number">{f.number(file.rows)}</td>
                  <td className="number">{f.bytes(file.bytes)}</td>
                  <td className="mono path">{file.sha256}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {summary.seeds > 0 && <p className="field-hint">{t.rehearsal.seedsAmong(f.number(summary.seeds))}</p>}
          <p className="field-hint">{t.rehearsal.manifest}</p>
        </section>
      ))}
    </Dialog>
  );
}
