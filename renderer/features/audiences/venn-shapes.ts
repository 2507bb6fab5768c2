/** An ellipse, turned by `turn` degrees, and where the name of its audience stands. */
export interface Ellipse {
  x: number;
  y: number;
  rx: number;
  ry: number;
  turn: number;
  name: { x: number; y: number; anchor: 'start' | 'middle' | 'end' };
}

export interface Shapes {
  width: number;
  height: number;
  ellipses: readonly Ellipse[];
}

const circle = (x: number, y: number, r: number, nameX: number, nameY: number): Ellipse => ({
  ...{ x, y, rx: r, ry: r, turn: 0 },
  name: { x: nameX, y: nameY, anchor: 'middle' },
});

const ellipse = (x: number, y: number, size: readonly [number, number], turn: number, name: Ellipse['name']): Ellipse => ({
  ...{ x, y, rx: size[0] / 2, ry: size[1] / 2, turn },
  name,
});

const four: readonly [number, number] = [360, 225];
const five: readonly [number, number] = [435, 250];

/** Shapes of one size that have every region of so many sets; four circles have not, so four and five are ellipses. */
export const shapesOf: Readonly<Record<number, Shapes>> = {
  2: { width: 400, height: 262, ellipses: [circle(150, 146, 100, 110, 26), circle(250, 146, 100, 290, 26)] },
  3: {
    width: 400,
    height: 330,
    ellipses: [circle(155, 125, 92, 115, 20), circle(245, 125, 92, 285, 20), circle(200, 203, 92, 200, 316)],
  },
  4: {
    width: 520,
    height: 400,
    ellipses: [
      ellipse(186, 230, four, 40, { x: 8, y: 366, anchor: 'start' }),
      ellipse(236, 180, four, 40, { x: 104, y: 26, anchor: 'start' }),
      ellipse(284, 180, four, -40, { x: 416, y: 26, anchor: 'end' }),
      ellipse(334, 230, four, -40, { x: 512, y: 366, anchor: 'end' }),
    ],
  },
  5: {
    width: 560,
    height: 540,
    ellipses: [
      ellipse(244, 290, five, 25, { x: 6, y: 150, anchor: 'start' }),
      ellipse(264.5, 243, five, -82, { x: 330, y: 20, anchor: 'start' }),
      ellipse(309, 253, five, -10, { x: 554, y: 120, anchor: 'end' }),
      ellipse(319, 298.5, five, 62, { x: 470, y: 526, anchor: 'middle' }),
      ellipse(274.5, 323, five, -46, { x: 110, y: 522, anchor: 'middle' }),
    ],
  },
};

/** The edges of a text that stands around a point. */
export interface TextBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** About how far a point is inside of an ellipse; less than nothing outside. */
function depth({ x, y, rx, ry, turn }: Ellipse, px: number, py: number): number {
  const angle = (turn * Math.PI) / 180;
  const [dx, dy] = [px - x, py - y];
  const u = (dx * Math.cos(angle) + dy * Math.sin(angle)) / rx;
  const v = (-dx * Math.sin(angle) + dy * Math.cos(angle)) / ry;
  const steep = Math.hypot(u / rx, v / ry) * 2;
  return steep === 0 ? Math.min(rx, ry) : (1 - u * u - v * v) / steep;
}

const step = 3;
const slack = 0.3;

/** For each region, by the mask of the sets it lies in, the point farthest from every line: there its count has most room. */
export function spotsOf({ width, height, ellipses }: Shapes): ReadonlyMap<number, { x: number; y: number; room: number }> {
  const spots = new Map<number, { x: number; y: number; room: number }>();
  const middle = ellipses.reduce((sum, e) => sum + e.y, 0) / ellipses.length;
  for (let y = step; y < height; y += step)
    for (let x = step; x < width; x += step) {
      const depths = ellipses.map((e) => depth(e, x, y));
      const mask = depths.reduce((sum, d, i) => (d > 0 ? sum + 2 ** i : sum), 0);
      const room = Math.min(...depths.map(Math.abs));
      const known = spots.get(mask);
      // Of points with equal room the one on the level of the shapes' middle.
      const off = Math.abs(y - middle) - Math.abs((known?.y ?? y) - middle);
      if (mask > 0 && (!known || room > known.room + (off > 0 ? slack : -slack))) spots.set(mask, { x, y, room });
    }
  return spots;
}

const apart = 4;

const meet = (a: TextBox, b: TextBox) =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 + apart && Math.abs(a.y - b.y) < (a.height + b.height) / 2 + apart;

/**
 * Where a count that has no room in its region stands instead: outside of every shape, as near as can be, and on none of what is there.
 * `undefined` where nothing is free.
 */
export function besideShapes(
  { width, height, ellipses }: Shapes,
  spot: { x: number; y: number },
  size: Pick<TextBox, 'width' | 'height'>,
  taken: readonly TextBox[],
): TextBox | undefined {
  let best: TextBox | undefined;
  const away = ({ x, y }: TextBox) => Math.hypot(x - spot.x, y - spot.y);
  for (let y = apart + size.height / 2; y < height - apart - size.height / 2; y += step)
    for (let x = apart + size.width / 2; x < width - apart - size.width / 2; x += step) {
      const box = { x, y, ...size };
      if ((!best || away(box) < away(best)) && isOutside(ellipses, box) && !taken.some((other) => meet(box, other))) best = box;
    }
  return best;
}

function isOutside(ellipses: readonly Ellipse[], { x, y, width, height }: TextBox): boolean {
  return [-1, 0, 1].every((i) => [-1, 1].every((j) => ellipses.every((e) => depth(e, x + (i * width) / 2, y + (j * height) / 2) < -apart)));
}
