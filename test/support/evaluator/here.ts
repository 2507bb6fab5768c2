import { type Column, typeOf } from './columns';
import { type Row, reach, type Value, type World } from './rows';

/** The row a rule looks at, and what a population added to it. */
export interface Here {
  entity: string;
  row: Row;
  added: Row;
  columns: readonly Column[];
}

export const bare = (entity: string, row: Row): Here => ({ entity, row, added: {}, columns: [] });

/** The value of an attribute or added column here, or of an attribute along a path of single links; nothing reached is no value. */
export function read(world: World, here: Here, path: readonly string[], attribute: string): { value: Value; type: Column['type'] } {
  const added = path.length === 0 ? here.columns.find((c) => c.name === attribute) : undefined;
  if (added) return { value: here.added[attribute] ?? null, type: added.type };
  const { entity, rows } = reach(world, here.entity, here.row, path);
  return { value: rows[0]?.[attribute] ?? null, type: typeOf(world.model, entity, attribute) };
}
