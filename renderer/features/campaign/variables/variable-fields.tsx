import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Literal } from '../../../../core/model/value';
import { type Parameter, type VariableType, variableTypes } from '../../../../core/model/variable';
import { useText } from '../../../text/use-text';
import { AddButton, Button } from '../../../ui/button';
import { Input } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Select } from '../../../ui/select';
import { freshName, readName } from './variable-names';
import { VariableValue } from './variable-value';

/** Named, typed values. `instead` gives something in the place of a value. */
export function VariableFields<V extends Parameter>({
  label,
  variables,
  addLabel,
  noValue,
  instead,
  onRename,
  onChange,
  onAdd,
}: {
  label: string;
  addLabel: string;
  /** What an empty value means. */
  noValue: string;
  variables: readonly V[];
  instead?: (variable: V, change: (next: V) => void) => ReactNode;
  onRename: (from: string, to: string, index: number) => void;
  onChange: (variables: V[], squash?: string) => void;
  onAdd: (name: string) => V;
}) {
  const t = useText();
  const names = variables.map((v) => v.name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  return (
    <div className="column" role="group" aria-label={label}>
      {variables.map((variable, i) => {
        const set = (next: V) =>
          onChange(
            variables.map((was, j) => (j === i ? next : was)),
            `variable/${i}`,
          );
        return (
          <div className="rule-part" key={i} role="group" aria-label={variable.name}>
            <div className="row">
              <Input
                className="mono"
                label={t.variables.name}
                title={t.variables.nameHint}
                value={variable.name}
                onChange={(text) => onRename(variable.name, readName(text, variable.name), i)}
              />
              <TypeSelect variable={variable} onChange={set} />
              <Button
                label={t.variables.remove(variable.name)}
                icon={Trash2}
                iconOnly
                size="small"
                onClick={() => onChange(variables.filter((_, j) => j !== i))}
              />
            </div>
            {instead?.(variable, set) ?? (
              <VariableValue variable={variable} placeholder={noValue} onChange={(value) => set({ ...variable, value })} />
            )}
          </div>
        );
      })}
      {twice !== undefined && <Notice tone="danger" says={t.variables.taken(twice)} />}
      <AddButton label={addLabel} onClick={() => onChange([...variables, onAdd(freshName(names))])} />
    </div>
  );
}

function TypeSelect<V extends Parameter>({ variable, onChange }: { variable: V; onChange: (variable: V) => void }) {
  const t = useText();
  const types = variableTypes.map((value) => ({ value, label: t.variables.types[value] }));
  const turn = (type: VariableType) => onChange({ ...variable, type, value: keptValue(variable.value, type) });
  return <Select label={t.variables.type} value={variable.type} options={types} onChange={turn} />;
}

/** The value, where another type can hold it too. */
function keptValue(value: Literal | Literal[] | undefined, type: VariableType): Literal | Literal[] | undefined {
  if (value === undefined || Array.isArray(value)) return undefined;
  if (type === 'text') return String(value);
  if (type === 'list') return [value];
  if (type === 'number') return value !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined;
  return undefined;
}
