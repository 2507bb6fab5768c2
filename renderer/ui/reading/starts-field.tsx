import { useState } from 'react';
import { useText } from '../../text/use-text';
import { Field, Input } from '../field';

/** The characters at which columns begin, counted from 1; of use once they rise. */
export function StartsField({ starts, onChange }: { starts: readonly number[]; onChange: (starts: number[]) => void }) {
  const t = useText();
  const [draft, setDraft] = useState(() => starts.map((s) => s + 1).join(', '));
  const read = (text: string) => {
    setDraft(text);
    const found = placesIn(text);
    if (isRising(found) && found.join() !== starts.join()) onChange(found);
  };
  const wrong = !isRising(placesIn(draft));
  return (
    <Field label={t.import.starts} hint={t.import.startsHint}>
      {(id) => <Input id={id} value={draft} aria-invalid={wrong || undefined} onChange={read} />}
    </Field>
  );
}

const placesIn = (text: string) => text.split(/[\s,;]+/).flatMap((part) => (part === '' ? [] : [Number(part) - 1]));

const isRising = (starts: readonly number[]) =>
  starts.length > 1 && starts[0] === 0 && starts.every((s, n) => Number.isInteger(s) && (n === 0 || s > (starts[n - 1] ?? 0)));
