import { useText } from '../../../text/use-text';
import { TextArea } from '../../../ui/field';
import { PartFrame } from './part-frame';
import type { PartProps } from './part-props';

export function SqlPart({ rule, onChange, onRemove }: PartProps<'sql'>) {
  const t = useText();
  return (
    <PartFrame onRemove={onRemove} head={<strong>{t.parts.sql}</strong>}>
      <TextArea mono rows={3} label={t.parts.sql} value={rule.sql} onChange={(sql) => sql && onChange({ ...rule, sql })} />
      <span className="field-hint">{t.parts.sqlHint}</span>
    </PartFrame>
  );
}
