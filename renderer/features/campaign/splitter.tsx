import { usePreferences } from '../../state/preferences';
import { useText } from '../../text/use-text';

const limits = { column: { key: 'inspectorWidth', least: 300, most: 640 }, row: { key: 'dockHeight', least: 120, most: 640 } } as const;

/** The edge between two panes: drag it, or use the arrow keys. */
export function Splitter({ direction }: { direction: 'column' | 'row' }) {
  const t = useText();
  const { key, least, most } = limits[direction];
  const size = usePreferences((state) => state[key]);
  const set = (next: number) => usePreferences.setState({ [key]: Math.round(Math.min(most, Math.max(least, next))) });
  const drag = (event: React.PointerEvent<HTMLDivElement>) => {
    const start = direction === 'column' ? event.clientX : event.clientY;
    const target = event.currentTarget;
    target.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent) => set(size + start - (direction === 'column' ? moved.clientX : moved.clientY));
    target.addEventListener('pointermove', move);
    target.addEventListener('lostpointercapture', () => target.removeEventListener('pointermove', move), { once: true });
  };
  const step = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') set(size + 20);
    if (event.key === 'ArrowRight' || event.key === 'ArrowDown') set(size - 20);
  };
  return (
    <div
      className="splitter"
      data-direction={direction}
      role="separator"
      aria-label={t.campaign.resize}
      aria-orientation={direction === 'column' ? 'vertical' : 'horizontal'}
      aria-valuenow={size}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={step}
    />
  );
}
