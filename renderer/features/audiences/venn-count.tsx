import { leadTo, type PlacedCount } from './venn-counts';

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The count of a region, which picks it by keys. Tab stops at one of all counts, `at`; the arrow keys go to the others. */
export function VennCount({
  count: { text, spot, size, beside, width },
  label,
  at,
  picked,
  onAt,
  onPick,
}: {
  count: PlacedCount;
  label: string;
  at: boolean;
  picked: boolean;
  onAt: () => void;
  onPick: () => void;
}) {
  const keys = (event: React.KeyboardEvent<SVGGElement>) => {
    const step = steps[event.key];
    if (step !== undefined) {
      const all = [...(event.currentTarget.ownerSVGElement?.querySelectorAll<SVGElement>('[role=button]') ?? [])];
      all[(all.indexOf(event.currentTarget) + step + all.length) % all.length]?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') onPick();
    else return;
    event.preventDefault();
  };
  const { x, y } = beside ?? spot;
  return (
    <g
      className="venn-pick"
      role="button"
      tabIndex={at ? 0 : -1}
      aria-label={label}
      aria-pressed={picked}
      onFocus={onAt}
      onKeyDown={keys}
      onClick={onPick}
    >
      {beside && <path className="venn-lead" d={leadTo(spot, beside)} />}
      {beside && <circle className="venn-dot" cx={spot.x} cy={spot.y} r={2} />}
      <rect className="venn-focus" x={x - width / 2 - 4} y={y - 10} width={width + 8} height={20} rx={6} />
      <text className="venn-count" x={x} y={y} style={{ fontSize: size }} textAnchor="middle" dominantBaseline="central">
        {text}
      </text>
    </g>
  );
}
