import type { ActivityOf } from '../../../../core/model/activity';
import { momentOf, moved } from '../dates';
import { read } from '../here';
import { hereOf, nameOf, type Outputs, type People, type Person, withRest } from '../people';
import type { World } from '../rows';
import { selects } from '../rule';

type Incremental = ActivityOf<'incremental-query'>;

export function incrementalQuery(world: World, activity: Incremental, input: People): Outputs {
  const rows = input.rows.filter((p) => selects(world, activity.rule, hereOf(world, input, p)) && isNew(world, activity, input, p));
  return withRest(input, { ...input, rows });
}

function isNew(world: World, { id, memory }: Incremental, input: People, p: Person): boolean {
  const before = world.memory[id];
  if (memory.kind === 'key') {
    const since = memory.days === 0 ? '' : `${moved(world.today, -memory.days, 'day')} 00:00:00`;
    return !before?.passed.some((past) => JSON.stringify(past.key) === nameOf(p) && past.at >= since && past.at <= world.now);
  }
  const { value } = read(world, hereOf(world, input, p), memory.path ?? [], memory.attribute);
  if (value === null) return before === undefined;
  const at = momentOf(String(value));
  return at <= world.now && (before === undefined || at > before.now);
}
