import { Popover as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

/** A small form, or facts, beside what opens it. */
export function Popover({
  label,
  trigger,
  open,
  onOpen,
  side = 'bottom',
  children,
}: {
  label: string;
  trigger: ReactElement;
  open: boolean;
  onOpen: (open: boolean) => void;
  side?: 'top' | 'bottom';
  children: ReactNode;
}) {
  return (
    <Radix.Root open={open} onOpenChange={onOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className="popover"
          aria-label={label}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          align="start"
          onOpenAutoFocus={toField}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** What is to be written comes first, wherever it stands. */
function toField(event: Event): void {
  const field = event.target instanceof Element ? event.target.querySelector('input') : null;
  if (!field) return;
  event.preventDefault();
  field.focus();
}
