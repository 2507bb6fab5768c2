import { Trash2 } from 'lucide-react';
import { useData } from '../../../state/data';
import { freshColumn } from '../../../state/fresh-id';
import { entityNamed } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { AddButton, Button } from '../../../ui/button';
import { Input } from '../../../ui/field';
import { AttributeSelect } from '../rules/attribute-select';

interface Brought {
  path?: string[] | undefined;
  attribute: string;
  as: string;
}

/** Attributes that come along as columns, each under a name. */
export function AttributeRows({
  label,
  hint,
  entity,
  value,
  onChange,
}: {
  label: string;
  hint: string;
  entity: string;
  value: readonly Brought[];
  onChange: (attributes: Brought[], squash?: string) => void;
}) {
  const t = useText();
  const model = useData((state) => state.model);
  const taken = value.map((v) => v.as);
  const { attributes = [], key = [] } = entityNamed(model, entity) ?? {};
  const next = attributes.find((a) => !taken.includes(a.name) && !key.includes(a.name)) ?? attributes[0];
  const set = (i: number, brought: Brought, squash?: string) =>
    onChange(
      value.map((was, j) => (j === i ? brought : was)),
      squash,
    );
  return (
    <div className="field" role="group" aria-label={label}>
      <span className="field-label">{label}</span>
      {value.map((brought, i) => (
        <div className="row" key={i}>
          <div className="pair grow">
            <AttributeSelect
              entity={entity}
              value={{ attribute: brought.attribute, ...(brought.path ? { path: brought.path } : {}) }}
              onChange={(reached) =>
                set(i, { ...reached, as: brought.as === brought.attribute ? freshColumn(reached.attribute, taken) : brought.as })
              }
            />
            <Input label={t.forms.as} value={brought.as} maxLength={120} onChange={(as) => as && set(i, { ...brought, as }, `as/${i}`)} />
          </div>
          <Button
            label={`${t.common.remove} ${brought.as}`}
            icon={Trash2}
            iconOnly
            size="small"
            onClick={() => onChange(value.filter((_, j) => j !== i))}
          />
        </div>
      ))}
      <AddButton
        label={t.gather.addAttribute}
        disabled={!next}
        onClick={() => next && onChange([...value, { attribute: next.name, as: freshColumn(next.name, taken) }])}
      />
      <span className="field-hint">{hint}</span>
    </div>
  );
}
