import { useMemo } from 'react';
import type { Rule } from '../../../core/model/rule';
import { countDraft } from '../../state/count-draft';
import { useData } from '../../state/data';
import { useLibrary } from '../../state/library';
import { useAsked } from '../../state/use-asked';
import { useSettled } from '../../state/use-settled';
import { useFormats, useText } from '../../text/use-text';
import { Failure } from '../../ui/problem-notice';

/** Nobody waits for the numbers between two letters. */
const pause = 250;

/** How many a rule finds as it is written, counted anew when it, the data or what rules can name changes. */
export function RuleCount({ name, entity, rule }: { name: string; entity: string; rule: Rule }) {
  const t = useText();
  const f = useFormats();
  const model = useData((state) => state.model);
  const { audiences, filters } = useLibrary();
  const around = useMemo(() => ({ model, audiences, filters }), [model, audiences, filters]);
  const settled = useSettled(rule, pause);
  const ask = useMemo(
    () => (signal: AbortSignal) => countDraft({ name, dimension: entity, definition: { kind: 'rule', rule: settled } }, signal),
    [name, entity, settled],
  );
  const { value, error } = useAsked(ask, around);
  if (error !== undefined && settled === rule) return <Failure error={error} about={name} />;
  const known = settled === rule && value !== undefined;
  return (
    <p className="rule-count" role="status" data-counted={known}>
      {known ? t.audiences.memberCount(f.number(value)) : t.common.unknown}
    </p>
  );
}
