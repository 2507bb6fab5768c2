import { LoaderCircle, type LucideIcon, Plus } from 'lucide-react';
import type { ButtonHTMLAttributes, Ref } from 'react';
import { Tip } from './tip';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  label: string;
  icon?: LucideIcon;
  look?: 'quiet' | 'plain' | 'primary' | 'danger';
  size?: 'small' | 'normal' | 'large';
  /** Show only the icon; the label becomes the accessible name and the tooltip. */
  iconOnly?: boolean;
  busy?: boolean;
  /** Told in the tooltip; empty where there are none as long as it does something else. */
  keys?: string;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ label, icon: Icon, look = 'quiet', size = 'normal', iconOnly, busy, keys, disabled, ...rest }: Props) {
  const button = (
    <button
      type="button"
      className="button"
      data-look={look}
      data-size={size}
      data-icon-only={iconOnly}
      aria-label={iconOnly ? label : undefined}
      disabled={disabled || busy}
      {...rest}
    >
      {busy ? <LoaderCircle className="spin" aria-hidden /> : Icon && <Icon aria-hidden />}
      {!iconOnly && label}
    </button>
  );
  return iconOnly || keys !== undefined ? <Tip text={keys ? `${label}  ${keys}` : label}>{button}</Tip> : button;
}

/** Adds one more to the list that it ends. */
export function AddButton({ label, disabled, onClick }: { label: string; disabled?: boolean; onClick: () => void }) {
  return (
    <div className="add-line">
      <Button label={label} icon={Plus} size="small" disabled={disabled} onClick={onClick} />
    </div>
  );
}
