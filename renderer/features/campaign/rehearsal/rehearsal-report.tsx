import { FileText } from 'lucide-react';
import type { Campaign } from '../../../../core/model/campaign';
import type { Rehearsal } from '../../../../core/model/report';
import { useLibrary } from '../../../state/library';
import { useFormats, useText } from '../../../text/use-text';
import { Notice } from '../../../ui/notice';
import { ProblemNotice } from '../../../ui/problem-notice';
import { Waterfall } from '../../../ui/waterfall';
import { namedProblems } from '../named-problems';
import { labelOf } from '../sentence';
import { SavesSection } from './saves-section';
import { SteeringSection } from './steering-section';

/** What a run would do: messages, saved audiences, what it steers to, gaps in the content, files. */
export function RehearsalReport({ campaign, rehearsal }: { campaign: Campaign; rehearsal: Rehearsal }) {
  const t = useText();
  const f = useFormats();
  const name = (id: string) => {
    const activity = campaign.flow.activities.find((a) => a.id === id);
    return activity ? labelOf(activity, t) : id;
  };
  const missing = rehearsal.missing.filter((gap) => gap.rows > 0);
  return (
    <div>
      {rehearsal.problems.length > 0 && (
        <section className="section">
          <h2>{t.rehearsal.problems}</h2>
          {namedProblems(rehearsal.problems, campaign, t).map((problem, i) => (
            <ProblemNotice key={i} problem={problem} />
          ))}
        </section>
      )}
      {rehearsal.waterfalls.map((waterfall) => (
        <section className="section" key={waterfall.activity}>
          <div className="section-head">
            <h2>{name(waterfall.activity)}</h2>
            {waterfall.seeds > 0 && <span className="badge">{t.rehearsal.seeds(f.number(waterfall.seeds))}</span>}
          </div>
          <Waterfall data={waterfall} />
        </section>
      ))}
      <SavesSection saves={rehearsal.saves} name={name} />
      <SteeringSection rehearsal={rehearsal} name={name} />
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
              <span className="mono grow path">{file.file}</span>
              {file.sendAt !== null && <span className="muted nowrap">{t.rehearsal.sendAt(f.moment(file.sendAt))}</span>}
              <span className="number">{t.common.rowCount(f.number(file.rows))}</span>
            </div>
          ))}
        </section>
      )}
      <Chained chained={rehearsal.chained} />
    </div>
  );
}

/** The campaigns that its ends would start, each as a rehearsal of its own. */
function Chained({ chained }: { chained: readonly Rehearsal[] }) {
  const t = useText();
  const campaigns = useLibrary((state) => state.campaigns) ?? [];
  return chained.map((rehearsal, i) => {
    const campaign = campaigns.find((c) => c.id === rehearsal.campaign);
    return (
      campaign && (
        <section className="section chained" key={i} aria-label={t.rehearsal.then(rehearsal.name)}>
          <h2>{t.rehearsal.then(rehearsal.name)}</h2>
          <RehearsalReport campaign={campaign} rehearsal={rehearsal} />
        </section>
      )
    );
  });
}
