import { FileText } from 'lucide-react';
import { useMemo } from 'react';
import type { Campaign } from '../../../../core/model/campaign';
import type { Rehearsal } from '../../../../core/model/report';
import { call } from '../../../state/host';
import { runJob } from '../../../state/jobs';
import { useAsked } from '../../../state/use-asked';
import { useFormats, useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Notice } from '../../../ui/notice';
import { Failure, ProblemNotice } from '../../../ui/problem-notice';
import { Progress } from '../../../ui/progress';
import { Waterfall } from '../../../ui/waterfall';
import { labelOf } from '../sentence';
import './rehearsal.css';
import { SavesSection } from './saves-section';

/** The whole campaign without sending; from here it can be confirmed. */
export function RehearsalDialog({
  campaign,
  onClose,
  onConfirm,
}: {
  campaign: Campaign;
  onClose: () => void;
  onConfirm: (asOf: string) => void;
}) {
  const t = useText();
  const f = useFormats();
  const ask = useMemo(
    () => (signal: AbortSignal) =>
      runJob(
        t.rehearsal.working,
        (job) =>
          call('campaign.rehearse', { campaign }, { signal: job.signal, onProgress: (p) => job.report(p.steps ? p.done / p.steps : 0) }),
        signal,
      ),
    [campaign, t],
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
          <Button label={t.campaign.run} look="primary" disabled={blocked} onClick={() => value && onConfirm(value.asOf)} />
        </>
      }
    >
      {error !== undefined && <Failure error={error} />}
      {!value && error === undefined && <Progress label={t.rehearsal.working} />}
      {value && <Report campaign={campaign} rehearsal={value} />}
    </Dialog>
  );
}

function Report({ campaign, rehearsal }: { campaign: Campaign; rehearsal: Rehearsal }) {
  const t = useText();
  const f = useFormats();
  const name = (id: string) => {
    const activity = campaign.flow.activities.find((a) => a.id === id);
    return activity ? labelOf(activity, t) : id;
  };
  const missing = rehearsal.missing.filter((gap) => gap.rows > 0);
  return (
    <div data-testid="rehearsal">
      {rehearsal.problems.length > 0 && (
        <section className="section">
          <h2>{t.rehearsal.problems}</h2>
          {rehearsal.problems.map((problem, i) => (
            <ProblemNotice key={i} problem={problem} />
          ))}
        </section>
      )}
      {rehearsal.waterfalls.map((waterfall) => (
        <section className="section" key={waterfall.activity}>
          <div className="section-head">
            <h2>{name(waterfall.activity)}</h2>
            {waterfall.seeds > 0 && <span className="badge">{t.rehearsal.seeds(waterfall.seeds, f.number(waterfall.seeds))}</span>}
          </div>
          <Waterfall data={waterfall} />
        </section>
      ))}
      <SavesSection saves={rehearsal.saves} name={name} />
      <section className="section">
        <h2>{t.rehearsal.missing}</h2>
        {missing.length === 0 && <Notice tone="success" says={t.rehearsal.noMissing} />}
        {missing.length > 0 && (
          <table className="list-table compact">
            <tbody>
              {missing.map((gap) => (
                <tr key={`${gap.activity}/${gap.field}`}>
                  <td className="mono">{gap.field}</td>
                  <td className="muted">{name(gap.activity)}</td>
                  <td className="muted">{gap.required ? t.rehearsal.requiredField : t.rehearsal.optionalField}</td>
                  <td className="number">{t.rehearsal.missingRows(f.number(gap.rows))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      {rehearsal.files.length > 0 && (
        <section className="section">
          <h2>{t.rehearsal.files}</h2>
          {rehearsal.files.map((file) => (
            <div className="row" key={`${file.activity}/${file.file}`}>
              <FileText className="file-icon" aria-hidden />
              <span className="mono grow truncate">{file.file}</span>
              <span className="number">{t.common.rowCount(f.number(file.rows))}</span>
            </div>
          ))}
        </section>
      )}
    </div>
  );
}
