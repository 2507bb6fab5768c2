import type { LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

/** Clicks inside stay inside: React would hand them to whatever the trigger stands in, which may take them for its own. */
export function Menu({
  trigger,
  children,
  align = 'start',
  className = '',
}: {
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'end';
  className?: string;
}) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={`menu ${className}`}
          sideOffset={4}
          collisionPadding={8}
          align={align}
          onClick={(event) => event.stopPropagation()}
          onCloseAutoFocus={keepMovedFocus}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** A choice that has put the focus somewhere, as into a new note, is not undone by the end of the menu. */
function keepMovedFocus(event: Event): void {
  if (document.activeElement?.matches('input, textarea')) event.preventDefault();
}

interface ItemProps {
  label: string;
  /** What it is for, on a line of its own. */
  hint?: string;
  icon?: LucideIcon;
  keys?: string;
  look?: 'danger';
  disabled?: boolean;
  onPick: () => void;
}

export function MenuItem({ label, hint, icon: Icon, keys, look, disabled, onPick }: ItemProps) {
  return (
    <DropdownMenu.Item className="menu-item" data-look={look} disabled={disabled} onSelect={onPick} textValue={label}>
      {Icon && <Icon aria-hidden />}
      {hint ? (
        <span className="menu-text">
          {label}
          <span className="field-hint">{hint}</span>
        </span>
      ) : (
        label
      )}
      {keys && <span className="keys">{keys}</span>}
    </DropdownMenu.Item>
  );
}

export function MenuLabel({ text }: { text: string }) {
  return <DropdownMenu.Label className="menu-label">{text}</DropdownMenu.Label>;
}
