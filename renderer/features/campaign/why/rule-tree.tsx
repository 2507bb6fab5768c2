import { Check, Minus, X } from 'lucide-react';
import { masked } from '../../../../core/model/personal';
import type { Cell } from '../../../../core/model/value';
import type { ExplainedRule } from '../../../../core/model/why';
import { usePersonal } from '../../../state/personal';
import { cellText } from '../../../ui/cells';
import type { Speaker } from '../speaker';
import { type Documents, ruleAt } from './rule-at';
import { asksWords, rankWords, valuesWords } from './why-words';

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
export function RuleTree({ asked, documents, speaker }: { asked: ExplainedRule; documents: Documents | undefined; speaker: Speaker }) {
  const { t, f } = speaker;
  const { labels, shown } = usePersonal();
  const seen = (attribute: string | undefined, value: Cell) => {
    const label = shown || attribute === undefined ? undefined : labels.get(attribute);
    return label === undefined ? value : masked(label, value);
  };
  const rule = documents && ruleAt(documents, asked.place);
  const attribute = rule && 'attribute' in rule ? rule.attribute : undefined;
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
        {asked.value !== undefined && <span className="why-value">{cellText(seen(attribute, asked.value)) ?? t.why.empty}</span>}
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
                <span className="mono">
                  {valuesWords(
                    Object.fromEntries(Object.entries({ ...key, ...values }).map(([name, value]) => [name, seen(name, value)])),
                    speaker,
                  )}
                </span>
              </div>
              {rule && <ul>{tree(rule)}</ul>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
