import { Check, Minus, X } from 'lucide-react';
import type { ExplainedRule } from '../../../../core/model/why';
import { cellText } from '../../../ui/cells';
import type { Speaker } from '../speaker';
import type { Documents } from './rule-at';
import { asksWords, rankWords, valuesWords, type Witness } from './why-words';

/** What holds, what does not and what is neither, with the words for it. */
export function Truth({ holds, speaker }: { holds: boolean | null; speaker: Speaker }) {
  const { truth } = speaker.t.why;
  const Icon = holds === null ? Minus : holds ? Check : X;
  return (
    <span className="why-truth" data-holds={String(holds)}>
      <Icon aria-hidden />
      {truth[`${holds}`]}
    </span>
  );
}

/** A rule asked of a row: what each part of it asked, found and saw. */
export function RuleTree({ asked, documents, speaker }: { asked: ExplainedRule; documents: Documents | undefined; speaker: Witness }) {
  const { t, f, see } = speaker;
  const tree = (part: ExplainedRule) => (
    <li key={JSON.stringify(part.place)}>
      <RuleTree asked={part} documents={documents} speaker={speaker} />
    </li>
  );
  return (
    <div className="why-rule">
      <div className="why-line">
        <Truth holds={asked.result} speaker={speaker} />
        <span>{asksWords(asked, documents, speaker)}</span>
        {asked.value !== undefined && <span className="why-value">{cellText(see(asked.value, asked.personal)) ?? t.why.empty}</span>}
        {asked.rank && <span className="muted">{rankWords(asked.rank, speaker)}</span>}
        {asked.rows && (
          <span className="muted">{t.why.rows(f.number(asked.rows.holding), f.number(asked.rows.reached), asked.rows.entity)}</span>
        )}
      </div>
      {asked.parts && asked.parts.length > 0 && <ul>{asked.parts.map(tree)}</ul>}
      {asked.rows && asked.rows.first.length > 0 && (
        <ul>
          {asked.rows.first.map(({ key, holds, values, rule }) => (
            <li key={JSON.stringify(key)}>
              <div className="why-line">
                <Truth holds={holds} speaker={speaker} />
                <span className="mono">{valuesWords({ ...key, ...values }, asked.rows?.personal, speaker)}</span>
              </div>
              {rule && <ul>{tree(rule)}</ul>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
