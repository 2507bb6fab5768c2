import { useMemo, useState } from 'react';
import type { Campaign } from '../../../../core/model/campaign';
import type { Rehearsal } from '../../../../core/model/report';
import type { Given } from '../../../../core/model/variable';
import { call } from '../../../state/host';
import { runJob } from '../../../state/jobs';
import { useAsked } from '../../../state/use-asked';
import { useSettled } from '../../../state/use-settled';
import { useSteady } from '../../../state/use-steady';
import { useFormats, useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Failure } from '../../../ui/problem-notice';
import { Progress } from '../../../ui/progress';
import { GivenValues } from './given-values';
import './rehearsal.css';
import { RehearsalReport } from './rehearsal-report';

/** The whole campaign without sending; from here it can be confirmed. */
export function RehearsalDialog({
  campaign,
  onClose,
  onConfirm,
}: {
  campaign: Campaign;
  onClose: () => void;
  onConfirm: (rehearsal: Rehearsal, variables: Given) => void;
}) {
  const t = useText();
  const f = useFormats();
  const [given, setGiven] = useState<Given>({});
  const variables = useSettled(given, 400);
  // Another language is no reason to begin anew.
  const said = useSteady(() => t.rehearsal.working);
  const ask = useMemo(
    () => (signal: AbortSignal) =>
      runJob(
        said(),
        (job) =>
          call(
            'campaign.rehearse',
            { campaign, variables },
            { signal: job.signal, onProgress: (p) => job.report(p.steps ? p.done / p.steps : 0) },
          ),
        signal,
      ),
    [campaign, variables, said],
  );
  const { value, error } = useAsked(ask);
  const blocked = value?.problems.some((p) => p.severity === 'error') ?? true;
  return (
    <Dialog
      title={t.rehearsal.title(campaign.name)}
      description={value ? `${t.rehearsal.lead} ${t.rehearsal.asOf(f.moment(value.asOf))}` : t.rehearsal.lead}
      size="middle"
      onClose={onClose}
      foot={
        <>
          {value && blocked && <span className="muted grow">{t.rehearsal.blocked}</span>}
          <Button label={t.common.close} onClick={onClose} />
          <Button label={t.campaign.run} look="primary" disabled={blocked} onClick={() => value && onConfirm(value, variables)} />
        </>
      }
    >
      <GivenValues campaign={campaign} given={given} onChange={setGiven} />
      {error !== undefined && <Failure error={error} />}
      {!value && error === undefined && <Progress label={t.rehearsal.working} />}
      {value && (
        <div data-testid="rehearsal">
          <RehearsalReport campaign={campaign} rehearsal={value} />
        </div>
      )}
    </Dialog>
  );
}
