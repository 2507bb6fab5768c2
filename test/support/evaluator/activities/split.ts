import type { ActivityOf } from '../../../../core/model/activity';
import { percentOf, shuffled } from '../chance';
import type { Column } from '../columns';
import { sortedBy } from '../order';
import { hereOf, type Outputs, type People, sortKeys, without } from '../people';
import type { World } from '../rows';
import { selects } from '../rule';

export function split(world: World, activity: ActivityOf<'split'>, input: People, seed: string): Outputs {
  const outputs: Outputs = {};
  const coded = activity.subsets.some((s) => s.code !== undefined);
  let left = input;
  for (const { id, code, rule, limit, order, skip = 0 } of activity.subsets) {
    const from = activity.overlap ? input : left;
    const candidates = from.rows.filter((p) => !rule || selects(world, rule, hereOf(world, input, p)));
    const queue = order ? sortedBy(candidates, sortKeys(world, input, order)) : shuffled(candidates, seed + activity.id);
    const most = !limit
      ? queue.length
      : limit.kind === 'count'
        ? limit.count
        : percentOf(limit.of === 'input' ? input.rows.length : from.rows.length, limit.percent);
    const out = { ...input, rows: queue.slice(skip, skip + most) };
    outputs[id] = coded ? withCode(out, code ?? null) : out;
    left = without(left, out);
  }
  return { ...outputs, complement: left };
}

function withCode(people: People, code: string | null): People {
  const column: Column = { name: 'segment_code', type: 'text' };
  return {
    ...people,
    columns: [...people.columns.filter((c) => c.name !== column.name), column],
    rows: people.rows.map((p) => ({ key: p.key, added: { ...p.added, segment_code: code } })),
  };
}
