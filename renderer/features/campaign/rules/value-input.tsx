import { PencilLine, Variable } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DataType } from '../../../../core/model/entity';
import type { Literal, VariableReference } from '../../../../core/model/value';
import type { Parameter } from '../../../../core/model/variable';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Select } from '../../../ui/select';
import { LiteralInput } from './literal-input';
import { ValuePicker } from './value-picker';
import { firstLiteral, fitting, isReference } from './variable-types';
import { useVariables } from './variables-in-scope';

/** A value that is written here, or a variable that stands for one. */
export function ValueInput({
  label,
  value,
  type,
  min,
  isEnd,
  onChange,
}: {
  label: string;
  value: Literal | VariableReference;
  type: DataType;
  min?: number;
  /** It ends a span that it belongs to. */
  isEnd?: boolean;
  onChange: (value: Literal | VariableReference) => void;
}) {
  const reference = isReference(value) ? value : undefined;
  return (
    <ValueOrVariable
      label={label}
      reference={reference}
      variables={fitting(useVariables(), type)}
      onReference={onChange}
      onWrite={() => onChange(min ?? firstLiteral(type))}
    >
      {isReference(value) ? null : (
        <div className="row value">
          <div className="grow">
            <LiteralInput label={label} value={value} type={type} min={min} isEnd={isEnd} onChange={onChange} />
          </div>
          {type === 'text' && <ValuePicker chosen={[String(value)]} onPick={onChange} />}
        </div>
      )}
    </ValueOrVariable>
  );
}

/** What is written, with a switch to take a variable instead; no switch where there are no variables that fit. */
export function ValueOrVariable({
  label,
  reference,
  variables,
  onReference,
  onWrite,
  children,
}: {
  label: string;
  reference: VariableReference | undefined;
  variables: readonly Parameter[];
  onReference: (reference: VariableReference) => void;
  onWrite: () => void;
  children: ReactNode;
}) {
  const t = useText();
  const first = variables[0];
  const options = variables.map((v) => ({ value: v.name, label: `$${v.name}`, hint: t.variables.types[v.type] }));
  return (
    <div className="row value">
      <div className="grow">
        {reference ? (
          <Select
            label={`${label}: ${t.variables.pick}`}
            value={reference.variable}
            options={options}
            onChange={(variable) => onReference({ variable })}
          />
        ) : (
          children
        )}
      </div>
      {reference ? (
        <Button label={t.variables.write} icon={PencilLine} iconOnly onClick={onWrite} />
      ) : (
        first && <Button label={t.variables.use} icon={Variable} iconOnly onClick={() => onReference({ variable: first.name })} />
      )}
    </div>
  );
}
