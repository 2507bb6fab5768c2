import { Ban, Check, Circle, CircleDashed, type LucideIcon, X } from 'lucide-react';
import { Fragment, useState } from 'react';
import type { ActivityState, Reason, TracedActivity, TracedRow } from '../../../../core/model/why';
import { select, useCampaign } from '../../../state/campaign';
import { useLibrary } from '../../../state/library';
import { Button } from '../../../ui/button';
import { cellText } from '../../../ui/cells';
import { labelOf } from '../sentence';
import type { Documents } from './rule-at';
import { RuleTree, Truth } from './rule-tree';
import { outputsWords, reasonWords, valuesWords, type Witness } from './why-words';

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
        {traced.reasons.map((reason, i) => (
          <ReasonShown key={i} activity={traced.activity} reason={reason} documents={documents} speaker={speaker} />
        ))}
        {Object.keys(traced.added).length > 0 && (
          <div className="muted">
            {t.why.adds} <span className="mono">{valuesWords(traced.added, traced.personal, speaker)}</span>
          </div>
        )}
      </div>
    </li>
  );
}

interface ReasonProps {
  activity: string;
  reason: Reason;
  documents: Documents | undefined;
  speaker: Witness;
}

function ReasonShown({ activity, reason, documents, speaker }: ReasonProps) {
  const of = 'output' in reason && reason.output !== undefined ? outputsWords(activity, [reason.output], speaker) : '';
  return (
    <div className="why-reason">
      {of && <strong>{of}</strong>}
      {reason.kind === 'rule' ? (
        <RuleTree asked={reason.rule} documents={documents} speaker={speaker} />
      ) : reason.kind === 'branch' ? (
        <Conditions reason={reason} speaker={speaker} />
      ) : (
        <span>{reasonWords(reason, speaker)}</span>
      )}
    </div>
  );
}

function Conditions({ reason, speaker }: { reason: Extract<Reason, { kind: 'branch' }>; speaker: Witness }) {
  const { t } = speaker;
  const value = (cell: Parameters<typeof cellText>[0]) => cellText(cell) ?? t.why.empty;
  return (
    <>
      {reason.conditions.map(({ left, op, right, holds }, i) => (
        <Fragment key={i}>
          <div className="why-line">
            <Truth holds={holds} speaker={speaker} />
            <span>{`${value(left)} ${t.steer.comparisons[op as keyof typeof t.steer.comparisons] ?? op} ${value(right)}`}</span>
          </div>
        </Fragment>
      ))}
    </>
  );
}
