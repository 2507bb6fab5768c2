import { useState } from 'react';
import type { Campaign } from '../../../../core/model/campaign';
import type { Rehearsal } from '../../../../core/model/report';
import type { Given } from '../../../../core/model/variable';
import { recountAll, saveNow } from '../../../state/campaign';
import { attempt } from '../../../state/failures';
import { call } from '../../../state/host';
import { runJob } from '../../../state/jobs';
import { refreshAudiences } from '../../../state/library';
import { go, refreshWorkspace } from '../../../state/session';
import { useAsked } from '../../../state/use-asked';
import { useFormats, useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Notice } from '../../../ui/notice';
import { Progress } from '../../../ui/progress';
import { SteeringSection } from './steering-section';

const askRan = () => call('campaign.ran', {});

/** Asks once more, then freezes the deliveries as of the moment that was rehearsed, so that the counts are the same. */
export function RunDialog({
  campaign,
  rehearsal: { asOf, alerts, signals },
  variables,
  onClose,
}: {
  campaign: Campaign;
  rehearsal: Rehearsal;
  variables: Given;
  onClose: () => void;
}) {
  const t = useText();
  const f = useFormats();
  const [running, setRunning] = useState(false);
  const [written, setWritten] = useState<{ deliveries: number; mails: number }>();
  const [share, setShare] = useState<number>();
  const { value: ran } = useAsked(askRan);
  const before = ran?.find((one) => one.campaign === campaign.id);
  const run = async () => {
    setRunning(true);
    try {
      await saveNow();
      const report = (progress: { share: number }) => setShare(progress.share);
      const done = await runJob(t.rehearsal.running, (job) =>
        call('campaign.run', { id: campaign.id, asOf, variables }, { signal: job.signal, onProgress: report }),
      );
      setWritten({ deliveries: done.deliveries.length, mails: done.exports.length });
      // What the run saved is there to be read, here too.
      await Promise.all([refreshAudiences(), refreshWorkspace()]);
      recountAll();
    } finally {
      setRunning(false);
    }
  };
  const deliver = () => {
    onClose();
    go('delivery');
  };
  return (
    <Dialog
      title={written ? t.rehearsal.ranTitle : t.rehearsal.confirmTitle}
      onClose={onClose}
      foot={
        <>
          <Button label={written ? t.common.close : t.common.cancel} disabled={running} onClick={onClose} />
          {written ? (
            <Button label={t.rehearsal.goDeliver} look="primary" onClick={deliver} />
          ) : (
            <Button label={t.rehearsal.confirm} look="primary" busy={running} onClick={() => attempt(run)} />
          )}
        </>
      }
    >
      {written ? (
        <div className="column">
          <Notice tone="success" says={t.rehearsal.ran(f.number(written.deliveries), f.number(written.mails))} />
          <SteeringSection rehearsal={{ alerts, signals, skipped: [] }} name={(id) => id} />
        </div>
      ) : (
        <div className="column">
          {before && <Notice tone="warning" says={t.rehearsal.ranBefore(f.number(before.runs), f.moment(before.last))} />}
          <p>{t.rehearsal.confirmText}</p>
        </div>
      )}
      {running && <Progress label={t.rehearsal.running} share={share} />}
    </Dialog>
  );
}
