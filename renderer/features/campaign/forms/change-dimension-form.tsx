import { useText } from '../../../text/use-text';
import { Select } from '../../../ui/select';
import { PathSelect } from '../rules/attribute-select';
import type { FormProps } from './form-props';

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
