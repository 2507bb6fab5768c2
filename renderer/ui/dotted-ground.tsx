import { useStore } from '@xyflow/react';

/** Between two dots, in the flow at full size. */
const gap = 24;
/** Dots are never nearer to one another on the screen, nor twice as far: from far away only every second, fourth… is drawn. */
const nearest = 17;

/** The dots behind what lies on a canvas. They are painted once and then only put elsewhere: a pattern would be painted in every frame. */
export function DottedGround() {
  const [x, y, zoom] = useStore((state) => state.transform);
  const transform = dotsAt({ x, y, zoom });
  return (
    <div className="dotted-ground" aria-hidden>
      <div style={{ transform }} />
    </div>
  );
}

/** How they are put behind a view. */
export function dotsAt({ x, y, zoom }: { x: number; y: number; zoom: number }): string {
  const scale = zoom * 2 ** Math.ceil(Math.log2(nearest / (gap * zoom)));
  const between = gap * scale;
  return `translate(${before(x, between)}px, ${before(y, between)}px) scale(${scale})`;
}

/** Where the last dot left of the edge, or above it, is. */
function before(at: number, between: number): number {
  return (((at % between) + between) % between) - between;
}
