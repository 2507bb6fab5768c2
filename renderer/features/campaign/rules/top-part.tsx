import { useText } from '../../../text/use-text';
import { NumberInput } from '../../../ui/field';
import { OrderField } from '../forms/inputs';
import { AttributeSelect } from './attribute-select';
import { OptionalRule } from './optional-rule';
import { PartFrame } from './part-frame';
import type { PartProps } from './part-props';

/** The first few rows in an order: of all, or in each group of equal values. */
export function TopPart({ rule, entity, onChange, onRemove, editor }: PartProps<'top'>) {
  const t = useText();
  const head = (
    <div className="row">
      <span className="nowrap">{t.parts.topFirst}</span>
      <NumberInput label={t.parts.topCount} whole min={1} value={rule.count} onChange={(count) => onChange({ ...rule, count })} />
    </div>
  );
  return (
    <PartFrame onRemove={onRemove} head={head}>
      <OrderField
        label={t.parts.topOrder}
        entity={entity}
        least={1}
        order={rule.order}
        onChange={(order) => onChange({ ...rule, order })}
      />
      <div className="row">
        <span className="muted nowrap">{t.parts.per}</span>
        <AttributeSelect
          label={t.parts.per}
          entity={entity}
          value={rule.per && { attribute: rule.per.attribute, ...(rule.per.path ? { path: rule.per.path } : {}) }}
          none={t.parts.perNone}
          onNone={() => onChange({ ...rule, per: undefined })}
          onChange={(per) => onChange({ ...rule, per })}
        />
      </div>
      <OptionalRule
        label={t.parts.amongRows}
        step="among"
        rule={rule.among}
        entity={entity}
        editor={editor}
        onChange={(among) => onChange({ ...rule, among })}
      />
    </PartFrame>
  );
}
