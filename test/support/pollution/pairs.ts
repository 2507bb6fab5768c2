import { dice } from '../../../core/sample/random';
import { type Kind, kinds } from './kinds';

/** What a layout without delimiters, or an escape in place of quotes, cannot hold. */
function canMeet(a: Kind, b: Kind): boolean {
  if (a.group === b.group) return false;
  const alone = (k: Kind) =>
    k.group === 'layout' || k.name.includes('no quotes') || k.name.startsWith('terminator') || k.name.startsWith('record separator');
  const written = (k: Kind) => ['delimiter', 'quotes', 'records', 'frame', 'header', 'values', 'layout', 'lines'].includes(k.group);
  return !(alone(a) && written(b)) && !(alone(b) && written(a));
}

/** Pairs of kinds that can be put together, the same for the same seed; those that change how text is written come first. */
export function pairs(seed: string, count: number): [Kind, Kind][] {
  const order: Kind['group'][] = ['encoding', 'packing', 'lines', 'delimiter', 'quotes', 'values', 'header', 'frame', 'records', 'layout'];
  const random = dice(seed);
  const found: [Kind, Kind][] = [];
  while (found.length < count) {
    const [a, b] = [random.pick(kinds), random.pick(kinds)].toSorted((x, y) => order.indexOf(x.group) - order.indexOf(y.group));
    if (a && b && canMeet(a, b)) found.push([a, b]);
  }
  return found;
}
