import type { ActivityOf } from '../../../../core/model/activity';
import { useText } from '../../../text/use-text';
import { Field } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { BringFields } from './bring-fields';
import { ColumnsField } from './columns-field';
import type { FormProps } from './form-props';
import { InputSelect } from './input-select';

type Operation = ActivityOf<'combine'>['operation'];

export function CombineForm(props: FormProps<'combine'>) {
  const { activity, campaign, dimension, added, onChange } = props;
  const t = useText();
  const operations = (['union', 'intersection', 'exclusion'] as const).map((value) => ({ value, label: t.forms.operations[value] }));
  const ways = [
    { value: 'key', label: t.forms.byKey },
    { value: 'columns', label: t.forms.byColumns },
  ] as const;
  const turn = (operation: Operation) =>
    onChange(operation === 'exclusion' ? { ...activity, operation } : { ...activity, operation, primary: undefined, bring: undefined });
  const fallback = added[0] ?? 'id';
  return (
    <>
      <Field label={t.forms.operation} hint={t.forms.operationHints[activity.operation]}>
        {(id) => <Select id={id} value={activity.operation} options={operations} onChange={turn} />}
      </Field>
      {activity.operation === 'exclusion' && (
        <InputSelect
          label={t.shape.primary}
          hint={t.shape.primaryHint}
          activity={activity}
          campaign={campaign}
          value={activity.primary ?? 0}
          onChange={(primary) => onChange({ ...activity, primary: primary || undefined, bring: undefined })}
        />
      )}
      <Field label={t.forms.by}>
        {(id) => (
          <Select
            id={id}
            value={activity.by ? 'columns' : 'key'}
            options={ways}
            onChange={(way) => onChange({ ...activity, by: way === 'key' ? undefined : [fallback] })}
          />
        )}
      </Field>
      {activity.by && (
        <ColumnsField
          label={t.forms.columns}
          entity={dimension}
          added={added}
          least={1}
          value={activity.by}
          onChange={(by) => onChange({ ...activity, by })}
        />
      )}
      {activity.operation === 'exclusion' && <BringFields {...props} />}
    </>
  );
}
