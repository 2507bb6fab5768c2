import { type InputHTMLAttributes, type ReactNode, useEffect, useId, useState } from 'react';

export function Field({ label, hint, children }: { label: string; hint?: ReactNode; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint && <span className="field-hint">{hint}</span>}
    </div>
  );
}

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & {
  value: string;
  onChange: (value: string) => void;
  label?: string;
  /** What is often written here; anything else may be. */
  suggestions?: readonly string[];
};

export function Input({ suggestions = [], ...rest }: InputProps) {
  const list = useId();
  if (suggestions.length === 0) return <PlainInput {...rest} />;
  return (
    <>
      <PlainInput {...rest} list={list} />
      <datalist id={list}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </>
  );
}

function PlainInput({ value, onChange, label, className, ...rest }: Omit<InputProps, 'suggestions'>) {
  return (
    <input
      className={`input ${className ?? ''}`}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      {...rest}
    />
  );
}

type NumberProps = Omit<InputProps, 'value' | 'onChange'> & {
  value: number | undefined;
  onChange: (value: number) => void;
  whole?: boolean;
};

/** A number field that keeps what is being typed and only reports numbers; leaving it shows the last good value, if there is one. */
export function NumberInput({ value, onChange, whole, min, max, ...rest }: NumberProps) {
  const good = value === undefined ? '' : String(value);
  const [draft, setDraft] = useState(good);
  useEffect(() => setDraft(good), [good]);
  const take = (text: string) => {
    setDraft(text);
    const number = Number(text);
    if (text.trim() === '' || !Number.isFinite(number) || (whole && !Number.isInteger(number))) return;
    if ((min !== undefined && number < Number(min)) || (max !== undefined && number > Number(max))) return;
    onChange(number);
  };
  return <Input {...rest} type="number" min={min} max={max} value={draft} onChange={take} onBlur={() => setDraft(good)} />;
}

export function TextArea({
  value,
  onChange,
  label,
  rows = 3,
  id,
  mono,
  maxLength,
}: {
  value: string;
  onChange: (value: string) => void;
  label?: string;
  rows?: number;
  id?: string;
  mono?: boolean;
  maxLength?: number;
}) {
  return (
    <textarea
      id={id}
      className={`input ${mono ? 'mono' : ''}`}
      aria-label={label}
      rows={rows}
      maxLength={maxLength}
      value={value}
      spellCheck={!mono}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
