import { Plus, Trash2 } from 'lucide-react';
import type { ActivityOf } from '../../../../core/model/activity';
import { useData } from '../../../state/data';
import { entityNamed } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Field, NumberInput } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { AttributeSelect, PathSelect } from '../rules/attribute-select';
import type { FormProps } from './form-props';
import { ColumnSelect, NamesField, OrderField } from './inputs';

export function CombineForm({ activity, onChange }: FormProps<'combine'>) {
  const t = useText();
  const operations = (['union', 'intersection', 'exclusion'] as const).map((value) => ({ value, label: t.forms.operations[value] }));
  const ways = [
    { value: 'key', label: t.forms.byKey },
    { value: 'columns', label: t.forms.byColumns },
  ] as const;
  return (
    <>
      <Field label={t.forms.operation} hint={t.forms.operationHints[activity.operation]}>
        {(id) => (
          <Select id={id} value={activity.operation} options={operations} onChange={(operation) => onChange({ ...activity, operation })} />
        )}
      </Field>
      <Field label={t.forms.by}>
        {(id) => (
          <Select
            id={id}
            value={activity.by ? 'columns' : 'key'}
            options={ways}
            onChange={(way) => onChange({ ...activity, by: way === 'key' ? undefined : ['id'] })}
          />
        )}
      </Field>
      {activity.by && (
        <NamesField
          label={t.forms.columns}
          hint={t.forms.columnsHint}
          value={activity.by}
          onChange={(by) => by.length > 0 && onChange({ ...activity, by }, 'by')}
        />
      )}
    </>
  );
}

export function ChangeDimensionForm({ activity, dimension, added, onChange }: FormProps<'change-dimension'>) {
  const t = useText();
  const keeps = (['first', 'min', 'max', 'sum', 'count', 'list'] as const).map((value) => ({ value, label: t.forms.keeps[value] }));
  const keepOf = (column: string) => activity.columns?.find((c) => c.column === column)?.keep;
  const keep = (column: string, how: (typeof keeps)[number]['value']) => {
    const rest = activity.columns?.filter((c) => c.column !== column) ?? [];
    onChange({ ...activity, columns: [...rest, { column, keep: how }] });
  };
  return (
    <>
      <div className="field">
        <span className="field-label">{t.forms.target}</span>
        {dimension && (
          <PathSelect
            label={t.forms.target}
            entity={dimension}
            value={activity.path}
            onChange={(path) => onChange({ ...activity, path })}
          />
        )}
      </div>
      {added.length > 0 && <h3>{t.forms.collapse}</h3>}
      {added.map((column) => (
        <div className="row" key={column}>
          <span className="grow truncate">{column}</span>
          <Select
            label={`${t.forms.keepColumn} ${column}`}
            value={keepOf(column)}
            placeholder={t.common.none}
            options={keeps}
            onChange={(how) => keep(column, how)}
          />
        </div>
      ))}
    </>
  );
}

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
            {dimension && (
              <AttributeSelect
                label={t.forms.fields}
                entity={dimension}
                value={field}
                onChange={(next) => set(activity.fields.map((f, j) => (j === i ? next : f)))}
              />
            )}
            <Button
              label={t.common.remove}
              icon={Trash2}
              iconOnly
              disabled={activity.fields.length === 1}
              onClick={() => set(activity.fields.filter((_, j) => j !== i))}
            />
          </div>
        ))}
        <div>
          <Button label={t.common.add} icon={Plus} size="small" onClick={() => set([...activity.fields, { attribute: first }])} />
        </div>
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
        <ColumnSelect
          label={t.rules.attribute}
          entity={dimension}
          added={added}
          value={by.attribute}
          onChange={(attribute) => onChange({ ...activity, by: { ...by, attribute } })}
        />
      )}
      {by.kind === 'values' && (
        <NamesField
          label={t.forms.values}
          value={by.values.map(String)}
          onChange={(values) => values.length > 0 && onChange({ ...activity, by: { ...by, values } }, 'values')}
        />
      )}
    </>
  );
}
