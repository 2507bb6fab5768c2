import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export interface TabItem<V extends string> {
  value: V;
  label: string;
  badge?: ReactNode;
}

interface Props<V extends string> {
  label: string;
  value: V;
  items: readonly TabItem<V>[];
  onChange: (value: V) => void;
  extra?: ReactNode;
  className?: string;
  children: ReactNode;
}

export function Tabs<V extends string>({ label, value, items, onChange, extra, className, children }: Props<V>) {
  const take = (next: string) => {
    const item = items.find((i) => i.value === next);
    if (item) onChange(item.value);
  };
  return (
    <Radix.Root value={value} onValueChange={take} className={className}>
      <div className="row tabs-bar">
        <Radix.List className="tabs" aria-label={label}>
          {items.map((item) => (
            <Radix.Trigger key={item.value} value={item.value} className="tab">
              {item.label}
              {item.badge}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {extra}
      </div>
      <Radix.Content value={value} className="tab-content" tabIndex={-1}>
        {children}
      </Radix.Content>
    </Radix.Root>
  );
}
