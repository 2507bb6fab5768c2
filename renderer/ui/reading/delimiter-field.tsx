import { useState } from 'react';
import { useText } from '../../text/use-text';
import { Field, Input } from '../field';
import { Select } from '../select';

const usual = [',', ';', '\t', '|', ' '];
const other = 'other';

/** One of the usual signs, or any other of up to eight; `undefined` has it found. */
export function DelimiterField({ delimiter, onChange }: { delimiter: string | undefined; onChange: (delimiter: string) => void }) {
  const t = useText();
  const [own, setOwn] = useState(false);
  const label = (value: string) => (value === '\t' ? t.import.tab : value === ' ' ? t.import.space : value);
  const options = [...usual.map((value) => ({ value, label: label(value) })), { value: other, label: t.import.otherSign }];
  const pick = (next: string) => {
    setOwn(next === other);
    if (next !== other) onChange(next);
  };
  const asks = own || (delimiter !== undefined && !usual.includes(delimiter));
  return (
    <div className="row top">
      <Field label={t.import.delimiter}>
        {(id) => <Select id={id} value={asks ? other : delimiter} placeholder={t.import.found} options={options} onChange={pick} />}
      </Field>
      {asks && (
        <Field label={t.import.sign}>
          {(id) => <Input id={id} maxLength={8} value={delimiter ?? ''} onChange={(next) => next !== '' && onChange(next)} />}
        </Field>
      )}
    </div>
  );
}
