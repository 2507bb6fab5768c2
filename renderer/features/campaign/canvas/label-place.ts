/** As in the style of the button that adds behind an open output: where it begins and ends to the right of the handle, how tall it is. */
const button = { from: 5.5, to: 27.5, height: 22 };
const gap = 2;

interface Label {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The height nearest to its own at which a label in the middle of an arrow covers no button of the open outputs beside its source. */
export function clearOf(label: Label, source: { x: number; y: number }, open: readonly number[]): number {
  const { x, y, width, height } = label;
  if (x - width / 2 > source.x + button.to + gap || x + width / 2 < source.x + button.from - gap) return y;
  const reach = (height + button.height) / 2 + gap;
  const isFree = (at: number) => open.every((row) => Math.abs(at - source.y - row) >= reach);
  const tried = open.flatMap((row) => [source.y + row - reach, source.y + row + reach]).filter(isFree);
  return isFree(y) ? y : tried.reduce((best, at) => (Math.abs(at - y) < Math.abs(best - y) ? at : best), tried[0] ?? y);
}

/** About how wide a count is drawn, with its change below it, and how tall; as in its style. */
export function labelSize(count: string, change: string, branch: string, isLarge: boolean): { width: number; height: number } {
  const signs = Math.max(count.length * (isLarge ? 10.5 : 7.2), change.length * (isLarge ? 8.5 : 6.5));
  const beside = branch ? Math.min(160, branch.length * 7) + 6 : 0;
  return { width: 22 + signs + beside, height: (isLarge ? 32 : 22) + (change ? (isLarge ? 18 : 14) : 0) };
}
