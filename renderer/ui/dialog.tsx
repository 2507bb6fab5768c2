import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useText } from '../text/use-text';
import { Button } from './button';
import { giveBack } from './focus';

interface Props {
  title: string;
  description?: string;
  size?: 'normal' | 'middle' | 'wide';
  onClose: () => void;
  foot?: ReactNode;
  children: ReactNode;
}

/** Focus starts on the dialog itself: on its first button it would open that button's tooltip. */
function focusItself(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}

/** In an editor Escape closes its suggestions. */
function keepEditor(event: KeyboardEvent): void {
  if (event.target instanceof Element && event.target.closest('.monaco-editor')) event.preventDefault();
}

/** A dialog that is open as long as it is rendered. */
export function Dialog({ title, description, size = 'normal', onClose, foot, children }: Props) {
  const t = useText();
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-veil" />
        <Radix.Content
          className="dialog"
          data-size={size}
          onOpenAutoFocus={focusItself}
          onCloseAutoFocus={giveBack}
          onEscapeKeyDown={keepEditor}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <header className="dialog-head">
            <div className="grow">
              <Radix.Title asChild>
                <h1>{title}</h1>
              </Radix.Title>
              {description && <Radix.Description>{description}</Radix.Description>}
            </div>
            <Button label={t.common.close} icon={X} iconOnly onClick={onClose} />
          </header>
          <div className="dialog-body" tabIndex={0} role="group" aria-label={title}>
            {children}
          </div>
          {foot && <footer className="dialog-foot">{foot}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
