import { useId, useMemo, useState } from 'react';
import { useFormats, useText } from '../../text/use-text';
import { type OverlapSet, regionName } from './region-name';
import { VennCount } from './venn-count';
import { nameBox, placed } from './venn-counts';
import { shapesOf, spotsOf } from './venn-shapes';

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
  const [at, setAt] = useState(0);
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
  const setOf = (id: string) => sets.findIndex((s) => s.id === id);
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
        <Clipped key={region.inside.join('/')} clips={region.inside.map((id) => `${base}${setOf(id)}`)}>
          <rect
            width={width}
            height={height}
            data-depth={region.inside.length}
            data-picked={picked === region.inside.join('/')}
            className="venn-region"
            aria-hidden
            onClick={() => onPick(region.inside)}
          >
            <title>{`${regionName(sets, region.inside, t)}: ${f.number(region.rows)}`}</title>
          </rect>
        </Clipped>
      ))}
      {ellipses.map((e, i) => (
        <ellipse key={i} cx={e.x} cy={e.y} rx={e.rx} ry={e.ry} transform={`rotate(${e.turn} ${e.x} ${e.y})`} className="venn-ring" />
      ))}
      {counts.map((count, i) => (
        <VennCount
          key={count.id}
          count={count}
          label={`${regionName(sets, count.id.split('/'), t)}: ${count.text}`}
          at={i === Math.min(at, counts.length - 1)}
          picked={picked === count.id}
          onAt={() => setAt(i)}
          onPick={() => onPick(count.id.split('/'))}
        />
      ))}
      {ellipses.map(({ name }, i) => (
        <text key={i} className="venn-name" x={name.x} y={name.y} textAnchor={name.anchor}>
          {names[i]}
          {names[i] !== sets[i]?.name && <title>{sets[i]?.name}</title>}
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
