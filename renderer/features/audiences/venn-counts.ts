import { besideShapes, type Ellipse, type Shapes, type TextBox } from './venn-shapes';

/** Sizes of counts in pixels: never smaller, beside the shapes, never larger. */
const smallest = 11;
const aside = 12;
const largest = 13;

/** How wide a count is for each pixel of its size: figures are of one width, what groups them is narrow. */
const widthOf = (text: string) => [...text].reduce((sum, sign) => sum + (/\d/.test(sign) ? 0.62 : 0.3), 0);

interface Count {
  id: string;
  text: string;
  spot: { x: number; y: number; room: number };
}

export interface PlacedCount extends Count {
  size: number;
  /** How wide it is. */
  width: number;
  /** Where it stands if not in its region. */
  beside: TextBox | undefined;
}

/** As large as other text where there is room, never too small to read: then beside the shapes, at the end of a line. */
export function placed(shapes: Shapes, counts: readonly Count[], names: readonly TextBox[]): PlacedCount[] {
  const taken = [...names];
  return counts.map((count) => {
    const { text, spot } = count;
    const fits = (spot.room * 2.1) / widthOf(text);
    const sized = (size: number, beside: TextBox | undefined) => ({ ...count, size, width: widthOf(text) * size, beside });
    if (fits >= smallest) return sized(Math.min(largest, fits), undefined);
    const found = besideShapes(shapes, spot, { width: widthOf(text) * aside + 2, height: 14 }, taken);
    if (found) taken.push(found);
    return sized(found ? aside : smallest, found);
  });
}

/** From a region to the edge of its count. */
export function leadTo(from: { x: number; y: number }, to: TextBox): string {
  const [dx, dy] = [from.x - to.x, from.y - to.y];
  const part = Math.min(1, Math.min((to.width / 2 + 2) / Math.abs(dx), (to.height / 2 + 1) / Math.abs(dy)));
  return `M${from.x} ${from.y}L${to.x + dx * part} ${to.y + dy * part}`;
}

export function nameBox({ x, y, anchor }: Ellipse['name'], text: string): TextBox {
  const width = text.length * 7.5;
  const middle = { start: x + width / 2, middle: x, end: x - width / 2 }[anchor];
  return { x: middle, y: y - 5, width, height: 16 };
}
