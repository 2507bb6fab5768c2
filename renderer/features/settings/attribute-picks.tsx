import { Trash2 } from 'lucide-react';
import { useData } from '../../state/data';
import { entityNamed } from '../../state/reach';
import { useText } from '../../text/use-text';
import { AddButton, Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { plainOptions, Select } from '../../ui/select';

interface PickProps {
  label: string;
  hint?: string;
  entity: string;
  value: string | undefined;
  onChange: (attribute: string) => void;
}

const useAttributes = (entity: string) =>
  entityNamed(
    useData((state) => state.model),
    entity,
  )?.attributes.map((a) => a.name) ?? [];

/** An attribute that has to be chosen; nothing chosen yet is empty text. */
export function AttributePick({ label, hint, entity, value, onChange }: PickProps) {
  const t = useText();
  const attributes = useAttributes(entity);
  return (
    <Field label={label} hint={hint}>
      {(id) => (
        <Select id={id} value={value || undefined} placeholder={t.common.choose} options={plainOptions(attributes)} onChange={onChange} />
      )}
    </Field>
  );
}

/** An attribute or none. */
export function OptionalPick({ onChange, ...rest }: Omit<PickProps, 'onChange'> & { onChange: (attribute: string | undefined) => void }) {
  const t = useText();
  const attributes = useAttributes(rest.entity);
  // A name cannot be empty and cannot hold a control character, so this one is nobody's.
  const none = '\u0001';
  return (
    <Field label={rest.label} hint={rest.hint}>
      {(id) => (
        <Select
          id={id}
          value={rest.value ?? none}
          options={[{ value: none, label: t.settings.none }, ...plainOptions(attributes)]}
          onChange={(next) => onChange(next === none ? undefined : next)}
        />
      )}
    </Field>
  );
}

/** Several attributes in an order that matters. `least`: how many there have to be. */
export function AttributeList({
  label,
  hint,
  least,
  entity,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  least: 0 | 1;
  entity: string;
  value: readonly string[];
  onChange: (attributes: string[]) => void;
}) {
  const t = useText();
  const attributes = useAttributes(entity);
  const free = attributes.find((a) => !value.includes(a));
  return (
    <div className="field" role="group" aria-label={label}>
      <span className="field-label">{label}</span>
      {value.map((attribute, i) => (
        <div className="row" key={i}>
          <Select
            label={`${label} ${i + 1}`}
            value={attribute || undefined}
            placeholder={t.common.choose}
            options={plainOptions(attributes)}
            onChange={(next) => onChange(value.map((was, j) => (j === i ? next : was)))}
          />
          <Button
            label={t.common.remove}
            icon={Trash2}
            iconOnly
            disabled={value.length === least}
            onClick={() => onChange(value.filter((_, j) => j !== i))}
          />
        </div>
      ))}
      {hint && <span className="field-hint">{hint}</span>}
      <AddButton label={t.settings.addAttribute(label)} disabled={free === undefined} onClick={() => onChange([...value, ''])} />
    </div>
  );
}
