import { Fragment } from 'react';
import { useText } from '../../../text/use-text';
import { Select } from '../../../ui/select';
import { PathSelect } from '../rules/attribute-select';
import type { FormProps } from './form-props';

export function ChangeDimensionForm({ activity, dimension, added, onChange }: FormProps<'change-dimension'>) {
  const t = useText();
  const keeps = (['none', 'first', 'min', 'max', 'sum', 'count', 'list'] as const).map((value) => ({ value, label: t.forms.keeps[value] }));
  const keepOf = (column: string) => activity.columns?.find((c) => c.column === column)?.keep ?? 'none';
  const keep = (column: string, how: (typeof keeps)[number]['value']) => {
    const rest = activity.columns?.filter((c) => c.column !== column) ?? [];
    const columns = how === 'none' ? rest : [...rest, { column, keep: how }];
    onChange({ ...activity, columns: columns.length > 0 ? columns : undefined });
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
      {added.length > 0 && (
        <div className="field" role="group" aria-label={t.forms.collapse}>
          <span className="field-label">{t.forms.collapse}</span>
          <div className="column-keeps">
            {added.map((column) => (
              <Fragment key={column}>
                <span className="truncate" title={column}>
                  {column}
                </span>
                <Select
                  label={`${t.forms.keepColumn} ${column}`}
                  value={keepOf(column)}
                  options={keeps}
                  onChange={(how) => keep(column, how)}
                />
              </Fragment>
            ))}
          </div>
          <span className="field-hint">{t.forms.collapseHint}</span>
        </div>
      )}
    </>
  );
}
