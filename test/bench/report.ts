import { cpus, totalmem } from 'node:os';
import type { Figure } from './row';

export interface Bench {
  machine: string;
  at: string;
  sizes: { customers: number; figures: Figure[] }[];
}

export function machine(): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 1024 ** 3)} GB, Node ${process.version}, ${process.platform}`;
}

const heading = ['', 'ms', 'baseline', 'ratio', 'aim', 'growth', 'peak MB', ''];

/** Markdown, one table per size; growth is the exponent from the size before: 1 grows like the data. */
export function table({ sizes }: Bench): string {
  const blocks = sizes.map(({ customers, figures }, s) => {
    const before = sizes[s - 1];
    const rows = figures.map((f) => {
      const smaller = before?.figures.find((b) => b.row === f.row);
      const growth = before && smaller ? Math.log(f.ms / smaller.ms) / Math.log(customers / before.customers) : undefined;
      return [f.row, whole(f.ms), whole(f.baselineMs), ratio(f.ratio), aim(f), ratio(growth), whole(f.peakMb), f.note ?? ''];
    });
    return [
      `${customers.toLocaleString('en')} customers`,
      '',
      ...[heading, heading.map(() => '---'), ...rows].map((r) => `| ${r.join(' | ')} |`),
    ];
  });
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

const whole = (value: number | undefined) => (value === undefined ? '' : value.toFixed(value < 10 ? 1 : 0));
const ratio = (value: number | undefined) => (value === undefined ? '' : value.toFixed(2));

function aim({ ms, ratio: found, aim: most }: Figure): string {
  if (most === undefined) return '';
  return `≤ ${most}${found === undefined ? ' ms' : ''} ${(found ?? ms) <= most ? 'met' : 'missed'}`;
}
