import { type Dialect, encodings } from '../../../core/model/recipe';
import { useText } from '../../text/use-text';
import { Field } from '../field';
import { plainOptions, Select } from '../select';

export function EncodingField({
  encoding,
  onChange,
}: {
  /** `undefined` has it found. */
  encoding: Dialect['encoding'] | undefined;
  onChange: (encoding: Dialect['encoding']) => void;
}) {
  const t = useText();
  return (
    <Field label={t.import.encoding}>
      {(id) => <Select id={id} value={encoding} placeholder={t.import.found} options={plainOptions(encodings)} onChange={onChange} />}
    </Field>
  );
}
