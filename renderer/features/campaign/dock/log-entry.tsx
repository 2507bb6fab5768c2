import { ChevronRight } from 'lucide-react';
import type { Campaign } from '../../../../core/model/campaign';
import type { StepWork, Work } from '../../../../core/model/work';
import { useFormats, useText } from '../../../text/use-text';
import { labelOf } from '../sentence';
import { stepWords } from './step-words';

const tones = { done: undefined, cancelled: 'warning', failed: 'danger' } as const;

/** One count or rehearsal in a line, and its steps below it. */
export function LogEntry({ work, campaign, open }: { work: Work; campaign: Campaign; open: boolean }) {
  const t = useText();
  const f = useFormats();
  const { dock } = t.campaign;
  const many = (how: StepWork['how']) => f.number(work.steps.filter((s) => s.how === how).length);
  return (
    <li>
      <details open={open}>
        <summary className="log-line">
          <ChevronRight className="log-turn" aria-hidden />
          <span className="number muted">{f.time(work.startedAt)}</span>
          <strong>{dock.works[work.kind]}</strong>
          {work.ended !== 'done' && (
            <span className="badge" data-tone={tones[work.ended]}>
              {dock.ended[work.ended]}
            </span>
          )}
          <span className="number">{f.duration(work.milliseconds)}</span>
          <span className="muted">{dock.logLine(many('computed'), many('kept'))}</span>
        </summary>
        {work.findings.length > 0 && <Findings work={work} campaign={campaign} />}
        {work.steps.length > 0 && <Steps work={work} campaign={campaign} />}
      </details>
    </li>
  );
}

/** An activity's name as it is now; its id where it is gone. */
function useNames(campaign: Campaign) {
  const t = useText();
  const find = (id: string) => campaign.flow.activities.find((a) => a.id === id);
  const activity = (id: string) => {
    const found = find(id);
    return found ? labelOf(found, t) : id;
  };
  const step = ({ activity: id, name }: StepWork) => stepWords(find(id), name, t);
  return { activity, step };
}

function Findings({ work, campaign }: { work: Work; campaign: Campaign }) {
  const t = useText();
  const names = useNames(campaign);
  return (
    <ul className="log-findings" aria-label={t.campaign.dock.logFindings}>
      {work.findings.map(({ activity, code, severity }, i) => (
        <li key={i} className="row">
          <span className="badge" data-tone={severity === 'error' ? 'danger' : 'warning'}>
            {t.campaign.dock.logFinding[severity]}
          </span>
          {activity !== null && <span>{names.activity(activity)}</span>}
          <span className="mono muted">{code}</span>
        </li>
      ))}
    </ul>
  );
}

function Steps({ work, campaign }: { work: Work; campaign: Campaign }) {
  const t = useText();
  const f = useFormats();
  const names = useNames(campaign);
  const { logColumns, how } = t.campaign.dock;
  return (
    <table className="list-table log-steps" aria-label={t.campaign.dock.logSteps}>
      <thead>
        <tr>
          <th>{logColumns.activity}</th>
          <th>{logColumns.step}</th>
          <th className="number">{logColumns.rows}</th>
          <th>{logColumns.how}</th>
          <th className="number">{logColumns.time}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {work.steps.map((step, i) => (
          <tr key={i} data-how={step.how}>
            <td>{names.activity(step.activity)}</td>
            <td className="muted">{names.step(step)}</td>
            <td className="number">{f.count(step.rows)}</td>
            <td>{how[step.how]}</td>
            <td className="number">{step.milliseconds === null ? '' : f.duration(step.milliseconds)}</td>
            <td className="muted">{together(work, step, t.campaign.dock.logTogether, f.number)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many other steps the time is also that of. */
function together(work: Work, { statement }: StepWork, words: (n: string) => string, number: (n: number) => string): string {
  const others = statement === null ? 0 : work.steps.filter((s) => s.statement === statement).length - 1;
  return others > 0 ? words(number(others)) : '';
}
