import { useId, useMemo } from 'react';
import { useFormats, useText } from '../../text/use-text';
import { leadTo, nameBox, placed } from './venn-counts';
import { shapesOf, spotsOf } from './venn-shapes';

export interface OverlapSet {
  id: string;
  name: string;
  rows: number;
}

/** Audiences as shapes of one size, each region with its exact count. Sizes are told by the table beside it. */
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
  const shapes = shapesOf[sets.length];
  const spots = useMemo(() => shapes && spotsOf(shapes), [shapes]);
  const names = useMemo(() => sets.map((s) => shortened(s.name, sets.length > 3 ? 16 : 24)), [sets]);
  const counts = useMemo(() => {
    if (!shapes || !spots) return [];
    const found = inOrder(regions).flatMap((region) => {
      const spot = spots.get(region.inside.reduce((mask, id) => mask + 2 ** sets.findIndex((s) => s.id === id), 0));
      return spot ? [{ id: region.inside.join('/'), text: f.number(region.rows), spot }] : [];
    });
    const taken = shapes.ellipses.map(({ name }, i) => nameBox(name, names[i] ?? ''));
    return placed(shapes, found, taken);
  }, [shapes, spots, regions, sets, names, f]);
  if (!shapes || !spots) return null;
  const { width, height, ellipses } = shapes;
  const at = (id: string) => sets.findIndex((s) => s.id === id);
  const drawn = inOrder(regions);
  const picked = inside?.join('/');
  return (
    <svg className="venn card" viewBox={`0 0 ${width} ${height}`} style={{ width }} role="group" aria-label={t.audiences.overlap}>
      <defs>
        {ellipses.map((e, i) => (
          <clipPath key={i} id={`${base}${i}`}>
            <ellipse cx={e.x} cy={e.y} rx={e.rx} ry={e.ry} transform={`rotate(${e.turn} ${e.x} ${e.y})`} />
          </clipPath>
        ))}
      </defs>
      {drawn.map((region) => (
        <Clipped key={region.inside.join('/')} clips={region.inside.map((id) => `${base}${at(id)}`)}>
          <rect
            width={width}
            height={height}
            data-depth={region.inside.length}
            data-picked={picked === region.inside.join('/')}
            className="venn-region"
            aria-hidden
            onClick={() => onPick(region.inside)}
          >
            <title>{`${region.inside.map((id) => sets[at(id)]?.name).join(' + ')}: ${f.number(region.rows)}`}</title>
          </rect>
        </Clipped>
      ))}
      {ellipses.map((e, i) => (
        <ellipse key={i} cx={e.x} cy={e.y} rx={e.rx} ry={e.ry} transform={`rotate(${e.turn} ${e.x} ${e.y})`} className="venn-ring" />
      ))}
      {counts.map(({ id, text, spot, size, beside }) => (
        <g key={id}>
          {beside && <path className="venn-lead" d={leadTo(spot, beside)} />}
          {beside && <circle className="venn-dot" cx={spot.x} cy={spot.y} r={2} />}
          <text
            className="venn-count"
            x={(beside ?? spot).x}
            y={(beside ?? spot).y}
            style={{ fontSize: size }}
            textAnchor="middle"
            dominantBaseline="central"
          >
            {text}
          </text>
        </g>
      ))}
      {ellipses.map(({ name }, i) => (
        <text key={i} className="venn-name" x={name.x} y={name.y} textAnchor={name.anchor}>
          {names[i]}
        </text>
      ))}
    </svg>
  );
}

/** What lies in more shapes is drawn over what lies in fewer, so that each region is what is left of it to see and to click. */
const inOrder = <T extends { inside: string[] }>(regions: readonly T[]) => regions.toSorted((a, b) => a.inside.length - b.inside.length);

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

/** The whole name is in the table beside it. */
function shortened(name: string, most: number): string {
  return name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name;
}
