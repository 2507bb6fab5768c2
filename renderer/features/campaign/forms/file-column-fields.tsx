import { Plus, Trash2 } from 'lucide-react';
import type { FileColumn } from '../../../../core/model/recipe';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Switch } from '../../../ui/choice';
import { Field, Input } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { LiteralInput } from '../rules/literal-input';
import { firstLiteral } from '../rules/variable-types';

interface Props {
  column: FileColumn;
  onChange: (column: FileColumn) => void;
}

/** What is done about the values of one column before they are read as its type. */
export function FileColumnFields({ column, onChange }: Props) {
  const t = useText();
  const cases = (['as', 'lower', 'upper'] as const).map((value) => ({ value, label: t.gather.cases[value] }));
  const empties = (['keep', 'default', 'reject'] as const).map((value) => ({ value, label: t.gather.empties[value] }));
  const refusals = (['reject', 'empty', 'default'] as const).map((value) => ({ value, label: t.gather.refusals[value] }));
  const replaces = (next: FileColumn): FileColumn => {
    const asks = next.whenEmpty === 'default' || next.whenRefused === 'default';
    return { ...next, default: asks ? (next.default ?? firstLiteral(next.type)) : undefined };
  };
  return (
    <div className="column" role="group" aria-label={t.import.details(column.source)}>
      <div className="reading-values">
        <Field label={t.gather.letters}>
          {(id) => (
            <Select
              id={id}
              value={column.case ?? 'as'}
              options={cases}
              onChange={(next) => onChange({ ...column, case: next === 'as' ? undefined : next })}
            />
          )}
        </Field>
        <Field label={t.gather.whenEmpty}>
          {(id) => (
            <Select
              id={id}
              value={column.whenEmpty ?? 'keep'}
              options={empties}
              onChange={(next) => onChange(replaces({ ...column, whenEmpty: next === 'keep' ? undefined : next }))}
            />
          )}
        </Field>
        <Field label={t.gather.whenRefused}>
          {(id) => (
            <Select
              id={id}
              value={column.whenRefused ?? 'reject'}
              options={refusals}
              onChange={(next) => onChange(replaces({ ...column, whenRefused: next === 'reject' ? undefined : next }))}
            />
          )}
        </Field>
        {column.default !== undefined && (
          <div className="field">
            <span className="field-label">{t.gather.replacement}</span>
            <LiteralInput
              label={t.gather.replacement}
              type={column.type}
              value={column.default}
              onChange={(next) => onChange({ ...column, default: next })}
            />
          </div>
        )}
      </div>
      <Switch label={t.gather.trim} checked={column.trim === true} onChange={(on) => onChange({ ...column, trim: on || undefined })} />
      <Remap column={column} onChange={onChange} />
    </div>
  );
}

/** Values of the file and what stands for them. */
function Remap({ column, onChange }: Props) {
  const t = useText();
  const remap = column.remap ?? [];
  const set = (next: typeof remap) =>
    onChange(next.length > 0 ? { ...column, remap: next } : { ...column, remap: undefined, onlyRemapped: undefined });
  return (
    <div className="field" role="group" aria-label={t.gather.remap}>
      <span className="field-label">{t.gather.remap}</span>
      {remap.map((pair, i) => (
        <div className="row" key={i}>
          <Input
            label={t.gather.remapFrom}
            placeholder={t.gather.remapFrom}
            value={pair.from}
            onChange={(from) => set(remap.map((was, j) => (j === i ? { ...was, from } : was)))}
          />
          <span className="muted">→</span>
          <Input
            label={t.gather.remapTo}
            placeholder={t.gather.remapTo}
            value={pair.to}
            onChange={(to) => set(remap.map((was, j) => (j === i ? { ...was, to } : was)))}
          />
          <Button
            label={`${t.common.remove} ${pair.from}`}
            icon={Trash2}
            iconOnly
            size="small"
            onClick={() => set(remap.filter((_, j) => j !== i))}
          />
        </div>
      ))}
      <div className="row">
        <Button label={t.gather.addRemap} icon={Plus} size="small" onClick={() => set([...remap, { from: '', to: '' }])} />
        {remap.length > 0 && (
          <Switch
            label={t.gather.onlyRemapped}
            checked={column.onlyRemapped === true}
            onChange={(on) => onChange({ ...column, onlyRemapped: on || undefined })}
          />
        )}
      </div>
    </div>
  );
}
