import type { ActivityOf, Size } from '../../../../core/model/activity';
import { percentOf, shuffled } from '../chance';
import { read } from '../here';
import { sortedBy } from '../order';
import { hereOf, type Outputs, type People, type Person, sortKeys, withRest } from '../people';
import { isEmpty, type Value, type World } from '../rows';

type Sample = ActivityOf<'sample'>;

export function sample(world: World, activity: Sample, input: People, seed: string): Outputs {
  return withRest(input, { ...input, rows: drawn(world, activity, input, seed + activity.id) });
}

function drawn(world: World, { method }: Sample, input: People, salt: string): Person[] {
  switch (method.kind) {
    case 'first':
      return sortedBy(input.rows, sortKeys(world, input, method.order)).slice(0, sizeOf(input, method.size));
    case 'random':
      return shuffled(input.rows, salt).slice(0, sizeOf(input, method.size));
    case 'every':
      return sortedBy(input.rows, sortKeys(world, input, method.order)).filter((_, i) => {
        const past = i + 1 - method.offset;
        return past >= 0 && past % method.every === 0;
      });
    case 'stratified': {
      const groupOf = (p: Person) => {
        const { value } = read(world, hereOf(world, input, p), method.path ?? [], method.attribute);
        return isEmpty(value) ? null : value;
      };
      const shares = sharesOf(input.rows.map(groupOf), sizeOf(input, method.size));
      return shares.flatMap(({ group, size }) =>
        shuffled(
          input.rows.filter((p) => groupOf(p) === group),
          salt,
        ).slice(0, size),
      );
    }
  }
}

function sizeOf(input: People, size: Size): number {
  return size.kind === 'count' ? Math.min(size.count, input.rows.length) : percentOf(input.rows.length, size.percent);
}

/** How many of each group, by largest remainder. */
function sharesOf(values: readonly Value[], total: number): { group: Value; size: number }[] {
  const shares = [...new Set(values)].map((group) => {
    const wanted = total * values.filter((v) => v === group).length;
    return { group, size: Math.floor(wanted / values.length), remainder: wanted % values.length };
  });
  const left = total - shares.reduce((sum, s) => sum + s.size, 0);
  const lucky = sortedBy(shares, (s) => [
    { value: s.remainder, descending: true },
    { value: s.group, descending: false },
  ]).slice(0, left);
  return shares.map((s) => ({ group: s.group, size: s.size + (lucky.includes(s) ? 1 : 0) }));
}
