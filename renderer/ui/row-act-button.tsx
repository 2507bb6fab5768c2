import { CircleHelp } from 'lucide-react';

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * The button of a row. Of all rows' buttons Tab stops at one, `at`, or it would never leave a table of many rows;
 * the arrow keys go to those of the rows above and below.
 */
export function RowActButton({
  label,
  index,
  at,
  onAt,
  onPick,
}: {
  label: string;
  index: number;
  at: boolean;
  onAt: (index: number) => void;
  onPick: () => void;
}) {
  const keys = (event: React.KeyboardEvent<HTMLButtonElement>) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const row = event.currentTarget.closest('[role=table]')?.querySelector(`[aria-rowindex="${index + 1 + step}"]`);
    row?.querySelector<HTMLElement>('.grid-act button')?.focus();
  };
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      tabIndex={at ? 0 : -1}
      onFocus={() => onAt(index)}
      onKeyDown={keys}
      onClick={onPick}
    >
      <CircleHelp aria-hidden />
    </button>
  );
}
