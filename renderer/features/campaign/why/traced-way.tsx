import { Ban, Check, Circle, CircleDashed, type LucideIcon, X } from 'lucide-react';
import { useState } from 'react';
import type { ActivityState, TracedActivity, TracedRow } from '../../../../core/model/why';
import { select, useCampaign } from '../../../state/campaign';
import { useLibrary } from '../../../state/library';
import { Button } from '../../../ui/button';
import { labelOf } from '../sentence';
import { Reasons } from './reasons';
import { outputsWords, valuesWords, type Witness } from './why-words';

const icons: Record<ActivityState, LucideIcon> = { passed: Check, dropped: X, absent: Circle, elsewhere: CircleDashed, 'not-run': Ban };

/** One row and what became of it, activity by activity; those it never came near are shown when asked for. */
export function TracedWay({ row, speaker }: { row: TracedRow; speaker: Witness }) {
  const { t, f } = speaker;
  const [all, setAll] = useState(false);
  const far = row.activities.filter((a) => a.state === 'elsewhere' || a.state === 'absent').length;
  const shown = all ? row.activities : row.activities.filter((a) => a.state !== 'elsewhere' && a.state !== 'absent');
  return (
    <>
      <ol className="why-way" aria-label={t.why.way}>
        {shown.map((traced) => (
          <Traced key={traced.activity} traced={traced} speaker={speaker} />
        ))}
      </ol>
      {!all && far > 0 && <Button label={t.why.hidden(f.number(far))} look="plain" size="small" onClick={() => setAll(true)} />}
    </>
  );
}

function Traced({ traced, speaker }: { traced: TracedActivity; speaker: Witness }) {
  const { t } = speaker;
  const campaign = useCampaign((state) => state.campaign);
  const { audiences, filters } = useLibrary();
  const documents = campaign ? { campaign, audiences: audiences ?? [], filters: filters ?? [] } : undefined;
  const activity = campaign?.flow.activities.find((a) => a.id === traced.activity);
  const label = activity ? labelOf(activity, t) : traced.activity;
  const outputs = outputsWords(traced.activity, traced.outputs, speaker);
  const Icon = icons[traced.state];
  return (
    <li data-state={traced.state} data-testid={`why-${traced.activity}`}>
      <Icon className="why-sign" aria-hidden />
      <div className="grow">
        <div className="why-line">
          <button type="button" className="why-activity" onClick={() => select({ activities: [traced.activity] })}>
            {label}
          </button>
          <span className="why-became">{outputs ? `→ ${outputs}` : t.why.became[traced.state]}</span>
        </div>
        <Reasons of={traced} documents={documents} speaker={speaker} />
        {Object.keys(traced.added).length > 0 && (
          <div className="muted">
            {t.why.adds} <span className="mono">{valuesWords(traced.added, traced.personal, speaker)}</span>
          </div>
        )}
      </div>
    </li>
  );
}
