import type { Layout } from './layout';

const enough = 4;
const most = 500;

/** Layouts with blanks as the only thing between values: in columns, or in runs. */
export function blankLayouts(text: string): Layout[] {
  const lines = text.split(/\r\n|\n|\r/, most).filter((l) => l.trim() !== '');
  if (lines.length < enough || lines.filter((l) => / {2}/.test(l)).length < lines.length / 2) return [];
  const base = { delimiter: ' ', quote: '', escape: '' };
  const starts = columnStarts(lines);
  return [{ ...base, aligned: true as const }, ...(starts.length > 1 ? [{ ...base, aligned: true as const, starts }] : [])];
}

/** Where columns begin: after places that are blank in all lines, those left out that run across places blank in nearly all. */
function columnStarts(lines: readonly string[]): number[] {
  const rough = gaps(lines, Math.floor(lines.length * 0.04) + (lines.length > 10 ? 2 : 0));
  const runs = runsOf(rough);
  const fits = (line: string) => runs.every(([from, to]) => /\s|^$/.test(line.slice(from, to)));
  const fitting = lines.filter(fits);
  const gap = gaps(fitting, 0);
  const starts = gap.flatMap((blank, p) => (!blank && (p === 0 || gap[p - 1]) ? [p] : []));
  // One blank that all values have at the same place, such as that between a day and its time, parts no columns: only one of them is named.
  const isNamed = (from: number, to: number | undefined) => (fitting[0] ?? '').slice(from, to).trim() !== '';
  return starts.filter((p, c) => p < 2 || gap[p - 2] || isNamed(p, starts[c + 1]));
}

/** Whether all lines but `allowed` are blank at each place. */
function gaps(lines: readonly string[], allowed: number): boolean[] {
  const width = Math.max(0, ...lines.map((l) => l.length));
  return Array.from({ length: width }, (_, p) => lines.filter((l) => (l[p] ?? ' ') !== ' ').length <= allowed);
}

function runsOf(gap: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const [p, blank] of gap.entries()) {
    const last = runs.at(-1);
    if (blank && last && last[1] === p) last[1] = p + 1;
    else if (blank) runs.push([p, p + 1]);
  }
  return runs.filter(([from, to]) => from > 0 && to < gap.length);
}
