import type { LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type ReactElement, type ReactNode, useState } from 'react';

/** Clicks inside stay inside: React would hand them to whatever the trigger stands in, which may take them for its own. */
export function Menu({
  trigger,
  children,
  align = 'start',
  className = '',
  opens = 'press',
}: {
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'end';
  className?: string;
  /** A trigger that can be dragged opens once it is let go. */
  opens?: 'press' | 'click';
}) {
  const [open, setOpen] = useState(false);
  const clicked = opens === 'click' ? { onPointerDownCapture: stop, onClick: () => setOpen(true) } : {};
  return (
    <DropdownMenu.Root open={open} onOpenChange={setOpen}>
      <DropdownMenu.Trigger asChild {...clicked}>
        {trigger}
      </DropdownMenu.Trigger>
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

/** A press never gets to what it is for: it begins a click, or a drag. */
const stop = (event: React.PointerEvent) => event.stopPropagation();

/** A choice that has put the focus somewhere, as into a new note or along with what it moved, is not undone by the end of the menu. */
function keepMovedFocus(event: Event): void {
  if (document.activeElement?.matches('input, textarea, .grip, .popover *')) event.preventDefault();
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
