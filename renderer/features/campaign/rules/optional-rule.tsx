import { X } from 'lucide-react';
import type { Rule } from '../../../../core/model/rule';
import { useText } from '../../../text/use-text';
import { AddButton, Button } from '../../../ui/button';
import { At } from '../problems-here';
import type { Editor } from './part-props';

/** A rule that narrows rows down, where one is wanted. */
export function OptionalRule({
  label,
  step,
  rule,
  entity,
  onChange,
  editor: Inner,
}: {
  label: string;
  /** Where the rule stands in what it narrows down. */
  step: 'where' | 'among';
  rule: Rule | undefined;
  entity: string;
  onChange: (rule: Rule | undefined) => void;
  editor: Editor;
}) {
  const t = useText();
  if (!rule) {
    return <AddButton label={label} onClick={() => onChange({ kind: 'all', rules: [] })} />;
  }
  return (
    <div className="column tight">
      <div className="row">
        <span className="field-label grow">{label}</span>
        <Button label={`${t.common.remove}: ${label}`} icon={X} iconOnly size="small" onClick={() => onChange(undefined)} />
      </div>
      <At steps={[step]}>
        <Inner rule={rule} entity={entity} onChange={onChange} />
      </At>
    </div>
  );
}
