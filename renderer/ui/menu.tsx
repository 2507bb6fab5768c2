import type { LucideIcon } from 'lucide-react';
import { DropdownMenu, Slot } from 'radix-ui';
import { type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactElement, type ReactNode, useState } from 'react';

interface Props {
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'end';
  className?: string;
}

/**
 * Opened by a click or by keys, so that what opens it can be dragged too. There may be hundreds in view, as on the arrows of a
 * flow: until it is first opened there is only its trigger.
 */
export function Menu(props: Props) {
  const [openedBy, openBy] = useState<'keys' | 'pointer'>();
  if (openedBy !== undefined) return <OpenedMenu {...props} byKeys={openedBy === 'keys'} />;
  return (
    <Slot.Root
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={({ detail }: MouseEvent) => openBy(detail === 0 ? 'keys' : 'pointer')}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        openBy('keys');
      }}
    >
      {props.trigger}
    </Slot.Root>
  );
}

/** Clicks inside stay inside: React would hand them to whatever the trigger stands in, which may take them for its own. */
function OpenedMenu({ trigger, children, align = 'start', className = '', byKeys }: Props & { byKeys: boolean }) {
  const [open, setOpen] = useState(true);
  const [first, setFirst] = useState(byKeys);
  const change = (next: boolean) => {
    setOpen(next);
    setFirst(false);
  };
  return (
    <DropdownMenu.Root open={open} onOpenChange={change}>
      <DropdownMenu.Trigger asChild onPointerDownCapture={stop} onClick={() => setOpen(true)}>
        {trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          ref={first ? focusFirstItem : undefined}
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
const stop = (event: PointerEvent) => event.stopPropagation();

/** Radix does so for keys pressed while the menu was there; the key that first opened this one came before it. */
function focusFirstItem(content: HTMLElement | null): void {
  content?.querySelector<HTMLElement>('[role="menuitem"]:not([data-disabled])')?.focus({ preventScroll: true });
}

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
