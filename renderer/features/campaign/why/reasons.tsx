import { Fragment } from 'react';
import type { Reason, TracedActivity } from '../../../../core/model/why';
import { cellText } from '../../../ui/cells';
import type { Documents } from './rule-at';
import { RuleTree, Truth } from './rule-tree';
import { outputsWords, reasonWords, type Witness } from './why-words';

/** What decided about a row at one activity. */
export function Reasons({ of, documents, speaker }: { of: TracedActivity; documents: Documents | undefined; speaker: Witness }) {
  return of.reasons.map((reason, i) => (
    <ReasonShown key={i} activity={of.activity} reason={reason} documents={documents} speaker={speaker} />
  ));
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
