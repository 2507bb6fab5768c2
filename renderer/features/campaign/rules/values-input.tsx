import type { DataType } from '../../../../core/model/entity';
import type { Literal, VariableReference } from '../../../../core/model/value';
import type { Parameter } from '../../../../core/model/variable';
import { useText } from '../../../text/use-text';
import { Input } from '../../../ui/field';
import { toLiteral } from './literal-input';
import { ValueOrVariable } from './value-input';
import { fitting, isReference } from './variable-types';
import { useVariables } from './variables-in-scope';

type Value = Literal | VariableReference;

/** Several values in one line; a variable among them is written `$name`. */
export function writtenValues(values: readonly Value[]): string {
  return values.map((value) => (isReference(value) ? `$${value.variable}` : String(value))).join(', ');
}

/** The values of one line. `$name` is a variable where there is one of that name, else text. */
export function readValues(text: string, type: DataType, variables: readonly Parameter[]): Value[] {
  return text.split(',').map((part) => {
    const word = part.trim();
    return word.startsWith('$') && variables.some((v) => v.name === word.slice(1)) ? { variable: word.slice(1) } : toLiteral(word, type);
  });
}

/** Values separated by commas, or a variable that holds a list of them. */
export function ValuesInput({ values, type, onChange }: { values: readonly Value[]; type: DataType; onChange: (values: Value[]) => void }) {
  const t = useText();
  const variables = fitting(useVariables(), type, true);
  const [only] = values;
  const reference = values.length === 1 && isReference(only) ? only : undefined;
  return (
    <ValueOrVariable
      label={t.rules.values}
      reference={reference}
      variables={variables}
      onReference={(next) => onChange([next])}
      onWrite={() => onChange([''])}
    >
      <Input
        label={t.rules.values}
        placeholder={t.rules.values}
        value={writtenValues(values).replace(/, $/, ',')}
        onChange={(text) => onChange(readValues(text, type, variables))}
      />
    </ValueOrVariable>
  );
}
