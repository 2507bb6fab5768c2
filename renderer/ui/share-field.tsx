import { Field, Input } from './field';

/** A share between 0 and 1, written in percent; empty is none. */
export function ShareField({
  label,
  hint,
  share,
  onChange,
}: {
  label: string;
  hint?: string;
  share: number | undefined;
  onChange: (share: number | undefined) => void;
}) {
  const take = (text: string) => {
    const percent = Number(text);
    if (text.trim() === '' || percent === 0) onChange(undefined);
    else if (percent > 0 && percent < 100) onChange(Number((percent / 100).toFixed(6)));
  };
  const shown = share === undefined ? '' : String(Number((share * 100).toFixed(4)));
  return (
    <Field label={label} hint={hint}>
      {(id) => <Input id={id} type="number" min={0} max={99} step="any" value={shown} onChange={take} />}
    </Field>
  );
}
