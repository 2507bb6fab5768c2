import { useId } from 'react';
import { useFormats, useText } from '../../text/use-text';

export interface OverlapSet {
  id: string;
  name: string;
  rows: number;
}

interface Circle {
  x: number;
  y: number;
  r: number;
  /** Where the name stands. */
  name: { x: number; y: number; anchor: 'start' | 'middle' | 'end' };
}

const two: Circle[] = [
  { x: 150, y: 140, r: 100, name: { x: 110, y: 26, anchor: 'middle' } },
  { x: 250, y: 140, r: 100, name: { x: 290, y: 26, anchor: 'middle' } },
];
const three: Circle[] = [
  { x: 155, y: 125, r: 92, name: { x: 115, y: 20, anchor: 'middle' } },
  { x: 245, y: 125, r: 92, name: { x: 285, y: 20, anchor: 'middle' } },
  { x: 200, y: 203, r: 92, name: { x: 200, y: 316, anchor: 'middle' } },
];

/** Two or three audiences as circles of one size, each region with its exact count. Sizes are told by the table beside it. */
export function Venn({
  sets,
  regions,
  inside,
  onPick,
}: {
  sets: readonly OverlapSet[];
  regions: readonly { inside: string[]; rows: number }[];
  inside: readonly string[] | undefined;
  onPick: (inside: string[]) => void;
}) {
  const t = useText();
  const f = useFormats();
  const base = useId();
  const circles = sets.length === 2 ? two : three;
  const at = (id: string) => sets.findIndex((s) => s.id === id);
  // What lies in more circles is drawn over what lies in fewer, so that each region is what is left of it to see and to click.
  const drawn = regions.toSorted((a, b) => a.inside.length - b.inside.length);
  const picked = inside?.join('/');
  return (
    <svg className="venn card" viewBox="0 0 400 330" role="group" aria-label={t.audiences.overlap}>
      <defs>
        {circles.map((c, i) => (
          <clipPath key={i} id={`${base}${i}`}>
            <circle cx={c.x} cy={c.y} r={c.r} />
          </clipPath>
        ))}
      </defs>
      {drawn.map((region) => (
        <Clipped key={region.inside.join('/')} clips={region.inside.map((id) => `${base}${at(id)}`)}>
          <rect
            width={400}
            height={330}
            data-depth={region.inside.length}
            data-picked={picked === region.inside.join('/')}
            className="venn-region"
            aria-hidden
            onClick={() => onPick(region.inside)}
          />
        </Clipped>
      ))}
      {circles.map((c, i) => (
        <circle key={i} cx={c.x} cy={c.y} r={c.r} className="venn-ring" />
      ))}
      {drawn.map((region) => {
        const spot = spotOf(circles, region.inside.map(at));
        return (
          <text key={region.inside.join('/')} className="venn-count" x={spot.x} y={spot.y} textAnchor="middle" dominantBaseline="central">
            {f.number(region.rows)}
          </text>
        );
      })}
      {circles.map((c, i) => (
        <text key={i} className="venn-name" x={c.name.x} y={c.name.y} textAnchor={c.name.anchor}>
          {shortened(sets[i]?.name ?? '')}
        </text>
      ))}
    </svg>
  );
}

/** Inside every one of the clips. */
function Clipped({ clips, children }: { clips: readonly string[]; children: React.ReactNode }) {
  const [first, ...rest] = clips;
  if (first === undefined) return children;
  return (
    <g clipPath={`url(#${first})`}>
      <Clipped clips={rest}>{children}</Clipped>
    </g>
  );
}

/** The middle of the circles a region lies in, pushed away from those it does not. */
function spotOf(circles: readonly Circle[], inside: readonly number[]): { x: number; y: number } {
  const mean = (of: readonly Circle[], axis: 'x' | 'y') => of.reduce((sum, c) => sum + c[axis], 0) / of.length;
  const mine = circles.filter((_, i) => inside.includes(i));
  const others = circles.filter((_, i) => !inside.includes(i));
  if (others.length === 0) return { x: mean(circles, 'x'), y: mean(circles, 'y') };
  const from = { x: mean(others, 'x'), y: mean(others, 'y') };
  const to = { x: mean(mine, 'x'), y: mean(mine, 'y') };
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const push = circles.length === 2 ? 46 : mine.length === 1 ? 34 : 26;
  return { x: to.x + ((to.x - from.x) / length) * push, y: to.y + ((to.y - from.y) / length) * push };
}

/** The whole name is in the table beside it. */
function shortened(name: string): string {
  return name.length > 24 ? `${name.slice(0, 23)}…` : name;
}
