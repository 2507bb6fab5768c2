import { useText } from '../text/use-text';

type Edge = 'left' | 'top' | 'bottom';

interface Props {
  /** The edge of the pane it stands in that it moves. */
  edge: Edge;
  /** Of the pane, in px. */
  size: number;
  least: number;
  most: number;
  onSize: (size: number) => void;
}

const keys: Record<Edge, [grow: string, shrink: string]> = {
  left: ['ArrowLeft', 'ArrowRight'],
  top: ['ArrowUp', 'ArrowDown'],
  bottom: ['ArrowDown', 'ArrowUp'],
};

/** The edge between two panes: drag it, or use the arrow keys. Put it into the pane that gets the size. */
export function Splitter({ edge, size, least, most, onSize }: Props) {
  const t = useText();
  const across = edge === 'left';
  const set = (next: number) => onSize(Math.round(Math.min(most, Math.max(least, next))));
  const at = (event: { clientX: number; clientY: number }) => (across ? event.clientX : event.clientY);
  const drag = (event: React.PointerEvent<HTMLDivElement>) => {
    const target = event.currentTarget;
    const start = at(event);
    // A window may leave a pane less than was chosen for it.
    const before = (across ? target.parentElement?.offsetWidth : target.parentElement?.offsetHeight) ?? size;
    target.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent) => set(before + (edge === 'bottom' ? at(moved) - start : start - at(moved)));
    target.addEventListener('pointermove', move);
    target.addEventListener('lostpointercapture', () => target.removeEventListener('pointermove', move), { once: true });
  };
  const step = (event: React.KeyboardEvent) => {
    const [grow, shrink] = keys[edge];
    if (event.key !== grow && event.key !== shrink) return;
    event.preventDefault();
    set(event.key === grow ? size + 20 : size - 20);
  };
  return (
    <div
      className="splitter"
      data-edge={edge}
      role="separator"
      aria-label={t.common.resize}
      aria-orientation={across ? 'vertical' : 'horizontal'}
      aria-valuenow={size}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={step}
    />
  );
}
