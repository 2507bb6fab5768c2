import { Input } from '../../../ui/field';

/** The values that name a row, one for each part of its key. */
export function KeyInputs({
  names,
  values,
  onChange,
}: {
  names: readonly string[];
  values: readonly string[];
  onChange: (values: string[]) => void;
}) {
  return names.map((name, i) => (
    <Input
      key={name}
      className="why-key"
      label={name}
      placeholder={name}
      value={values[i] ?? ''}
      onChange={(text) => onChange(names.map((_, n) => (n === i ? text : (values[n] ?? ''))))}
    />
  ));
}
