import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import { useState } from 'react';

export interface Option<V extends string> {
  value: V;
  label: string;
  hint?: string;
}

interface Props<V extends string> {
  value: V | undefined;
  options: readonly Option<V>[];
  onChange: (value: V) => void;
  label?: string;
  id?: string;
  placeholder?: string;
  bare?: boolean;
  disabled?: boolean;
}

/** Its options are there while it is open, and while it has the focus, since typing chooses among them then too. */
export function Select<V extends string>({ value, options, onChange, label, id, placeholder, bare, disabled }: Props<V>) {
  const shown = options.find((option) => option.value === value);
  const [open, setOpen] = useState(false);
  const [focused, setFocused] = useState(false);
  return (
    <Radix.Root
      value={value ?? ''}
      onValueChange={(next) => pick(options, next, onChange)}
      disabled={disabled}
      open={open}
      onOpenChange={setOpen}
    >
      <Radix.Trigger
        className="input select-trigger"
        id={id}
        aria-label={label}
        data-bare={bare}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        <span>{shown?.label ?? (value || placeholder)}</span>
        <ChevronDown aria-hidden />
      </Radix.Trigger>
      {(open || focused) && <Options options={options} />}
    </Radix.Root>
  );
}

function Options({ options }: { options: readonly Option<string>[] }) {
  return (
    <Radix.Portal>
      <Radix.Content className="menu" position="popper" sideOffset={4}>
        <Radix.Viewport>
          {options.map((option) => (
            <Radix.Item key={option.value} value={option.value} className="menu-item">
              <Radix.ItemText>{option.label}</Radix.ItemText>
              {option.hint && <span className="keys">{option.hint}</span>}
              <Radix.ItemIndicator className={option.hint ? '' : 'push'}>
                <Check aria-hidden />
              </Radix.ItemIndicator>
            </Radix.Item>
          ))}
        </Radix.Viewport>
      </Radix.Content>
    </Radix.Portal>
  );
}

function pick<V extends string>(options: readonly Option<V>[], next: string, onChange: (value: V) => void): void {
  const option = options.find((o) => o.value === next);
  if (option) onChange(option.value);
}

/** Options whose labels are the values themselves. */
export function plainOptions<V extends string>(values: readonly V[]): Option<V>[] {
  return values.map((value) => ({ value, label: value }));
}
