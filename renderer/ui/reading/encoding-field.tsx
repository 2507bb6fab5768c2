import { type Dialect, encodings } from '../../../core/model/recipe';
import { useText } from '../../text/use-text';
import { Field } from '../field';
import { plainOptions, Select } from '../select';

export function EncodingField({
  encoding,
  onChange,
}: {
  encoding: Dialect['encoding'];
  onChange: (encoding: Dialect['encoding']) => void;
}) {
  const t = useText();
  return (
    <Field label={t.import.encoding}>
      {(id) => <Select id={id} value={encoding} options={plainOptions(encodings)} onChange={onChange} />}
    </Field>
  );
}
