import { Trash2 } from 'lucide-react';
import type { ActivityOf } from '../../../../core/model/activity';
import { useData } from '../../../state/data';
import { entityNamed } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { AddButton, Button } from '../../../ui/button';
import { Field, NumberInput } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { AttributeSelect } from '../rules/attribute-select';
import { ColumnsField } from './columns-field';
import type { FormProps } from './form-props';
import { ColumnSelect, NamesField, OrderField } from './inputs';

type By = ActivityOf<'deduplicate'>['by'];

export function DeduplicateForm({ activity, dimension, added, onChange }: FormProps<'deduplicate'>) {
  const t = useText();
  const model = useData((state) => state.model);
  const first = entityNamed(model, dimension)?.attributes[0]?.name ?? 'id';
  const kinds = (['random', 'order', 'non-empty', 'values'] as const).map((value) => ({ value, label: t.forms.dedupeBy[value] }));
  const start = (kind: By['kind']): By => {
    switch (kind) {
      case 'random':
        return { kind };
      case 'order':
        return { kind, order: [{ attribute: first, direction: 'descending' }] };
      case 'non-empty':
        return { kind, attribute: first };
      case 'values':
        return { kind, attribute: first, values: ['?'] };
    }
  };
  const { by } = activity;
  const set = (fields: typeof activity.fields) => fields.length > 0 && onChange({ ...activity, fields });
  return (
    <>
      <div className="field" role="group" aria-label={t.forms.fields}>
        <span className="field-label">{t.forms.fields}</span>
        {activity.fields.map((field, i) => (
          <div className="row" key={i}>
            <AttributeSelect
              label={t.forms.fields}
              entity={dimension ?? ''}
              value={field}
              onChange={(next) => set(activity.fields.map((f, j) => (j === i ? next : f)))}
            />
            <Button
              label={t.common.remove}
              icon={Trash2}
              iconOnly
              disabled={activity.fields.length === 1}
              onClick={() => set(activity.fields.filter((_, j) => j !== i))}
            />
          </div>
        ))}
        <AddButton label={t.common.add} onClick={() => set([...activity.fields, { attribute: first }])} />
      </div>
      <Field label={t.forms.keep} hint={t.forms.keepHint}>
        {(id) => <NumberInput id={id} whole min={0} value={activity.keep} onChange={(keep) => onChange({ ...activity, keep }, 'keep')} />}
      </Field>
      <Field label={t.forms.keepWhich}>
        {(id) => <Select id={id} value={by.kind} options={kinds} onChange={(kind) => onChange({ ...activity, by: start(kind) })} />}
      </Field>
      {by.kind === 'order' && (
        <OrderField
          label={t.forms.order}
          entity={dimension}
          added={added}
          order={by.order}
          onChange={(order) => onChange({ ...activity, by: { ...by, order } })}
        />
      )}
      {(by.kind === 'non-empty' || by.kind === 'values') && (
        <Field label={t.rules.attribute}>
          {(id) => (
            <ColumnSelect
              id={id}
              entity={dimension}
              added={added}
              value={by.attribute}
              onChange={(attribute) => onChange({ ...activity, by: { ...by, attribute } })}
            />
          )}
        </Field>
      )}
      {by.kind === 'values' && (
        <NamesField
          label={t.forms.values}
          value={by.values.map(String)}
          onChange={(values) => values.length > 0 && onChange({ ...activity, by: { ...by, values } }, 'values')}
        />
      )}
      <ColumnsField
        label={t.shape.merge}
        hint={t.shape.mergeHint}
        entity={dimension}
        added={added}
        value={activity.merge ?? []}
        onChange={(merge) => onChange({ ...activity, merge: merge.length > 0 ? merge : undefined })}
      />
    </>
  );
}
