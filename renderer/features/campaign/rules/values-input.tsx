import type { DataType } from '../../../../core/model/entity';
import type { Literal, VariableReference } from '../../../../core/model/value';
import type { Parameter } from '../../../../core/model/variable';
import { useText } from '../../../text/use-text';
import { WordsInput } from '../../../ui/words-input';
import { toLiteral } from './literal-input';
import { ValueOrVariable } from './value-input';
import { ValuePicker } from './value-picker';
import { fitting, isReference } from './variable-types';
import { useVariables } from './variables-in-scope';

type Value = Literal | VariableReference;

/** Values as words; a variable among them is written `$name`. */
function writtenValues(values: readonly Value[]): string[] {
  return values.map((value) => (isReference(value) ? `$${value.variable}` : String(value))).filter((word) => word !== '');
}

/** Words as values, of which there is always one. `$name` is a variable where there is one of that name, else text. */
export function readValues(words: readonly string[], type: DataType, variables: readonly Parameter[]): Value[] {
  if (words.length === 0) return [''];
  const known = (word: string) => word.startsWith('$') && variables.some((v) => v.name === word.slice(1));
  return words.map((word) => (known(word) ? { variable: word.slice(1) } : toLiteral(word, type)));
}

/** Values separated by commas, or a variable that holds a list of them. */
export function ValuesInput({ values, type, onChange }: { values: readonly Value[]; type: DataType; onChange: (values: Value[]) => void }) {
  const t = useText();
  const variables = fitting(useVariables(), type, true);
  const words = writtenValues(values);
  const take = (next: string[]) => onChange(readValues(next, type, variables));
  const turn = (word: string) => take(words.includes(word) ? words.filter((w) => w !== word) : [...words, word]);
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
      <div className="row value">
        <div className="grow">
          <WordsInput label={t.rules.values} placeholder={t.rules.values} words={words} onChange={take} />
        </div>
        <ValuePicker many chosen={words} onPick={turn} />
      </div>
    </ValueOrVariable>
  );
}
