import { ArrowDownWideNarrow, ArrowUpNarrowWide, Trash2 } from 'lucide-react';
import { useId } from 'react';
import type { Order } from '../../../../core/model/message';
import { useData } from '../../../state/data';
import { entityNamed } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { AddButton, Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { plainOptions, Select } from '../../../ui/select';
import { WordsInput } from '../../../ui/words-input';

export function EntityField({ label, value, onChange }: { label: string; value: string; onChange: (entity: string) => void }) {
  const entities = useData((state) => state.model.entities);
  return (
    <Field label={label}>
      {(id) => <Select id={id} value={value} options={plainOptions(entities.map((e) => e.name))} onChange={onChange} />}
    </Field>
  );
}

/** One of an entity's attributes or of the columns added on the way. */
export function ColumnSelect({
  entity,
  added = [],
  value,
  onChange,
  label,
  id,
}: {
  entity: string | undefined;
  added?: readonly string[];
  value: string;
  onChange: (column: string) => void;
  label?: string;
  id?: string;
}) {
  const model = useData((state) => state.model);
  const own = entityNamed(model, entity)?.attributes.map((a) => a.name) ?? [];
  const names = [...new Set([...added, ...own, ...(value ? [value] : [])])];
  return <Select id={id} label={label} value={value || undefined} options={plainOptions(names)} onChange={onChange} />;
}

/** Names in one line, separated by commas. */
export function NamesField({
  label,
  hint,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  value: readonly string[];
  onChange: (names: string[]) => void;
}) {
  return (
    <Field label={label} hint={hint}>
      {(id) => <WordsInput id={id} words={value} onChange={onChange} />}
    </Field>
  );
}

/** Sort keys, the first one first. */
export function OrderField({
  label,
  entity,
  added,
  order,
  least = 0,
  onChange,
}: {
  label: string;
  entity: string | undefined;
  added?: readonly string[];
  order: Order;
  /** How many sort keys there have to be. */
  least?: number;
  onChange: (order: Order) => void;
}) {
  const t = useText();
  const model = useData((state) => state.model);
  const id = useId();
  const first = entityNamed(model, entity)?.attributes[0]?.name ?? added?.[0];
  const set = (i: number, key: Order[number]) => onChange(order.map((was, j) => (j === i ? key : was)));
  return (
    <div className="field" role="group" aria-labelledby={id}>
      <span className="field-label" id={id}>
        {label}
      </span>
      {order.map((key, i) => (
        <div className="row" key={i}>
          <ColumnSelect
            label={label}
            entity={entity}
            added={added}
            value={key.attribute}
            onChange={(attribute) => set(i, { ...key, attribute })}
          />
          <Button
            label={key.direction === 'ascending' ? t.forms.ascending : t.forms.descending}
            icon={key.direction === 'ascending' ? ArrowUpNarrowWide : ArrowDownWideNarrow}
            iconOnly
            onClick={() => set(i, { ...key, direction: key.direction === 'ascending' ? 'descending' : 'ascending' })}
          />
          <Button
            label={t.common.remove}
            icon={Trash2}
            iconOnly
            disabled={order.length <= least}
            onClick={() => onChange(order.filter((_, j) => j !== i))}
          />
        </div>
      ))}
      <AddButton
        label={t.forms.addOrder}
        disabled={first === undefined}
        onClick={() => first && onChange([...order, { attribute: first, direction: 'descending' }])}
      />
    </div>
  );
}
