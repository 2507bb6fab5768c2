import type { DataModel } from '../../../core/model/entity';

export type Value = string | number | boolean | null;
/** A row by attribute. Decimals are whole cents, dates and timestamps text, as their order is the same. */
export type Row = Readonly<Record<string, Value>>;
export type Data = Readonly<Record<string, readonly Row[]>>;

export interface World {
  model: DataModel;
  data: Data;
  /** Wall time as the contract writes it. */
  now: string;
  today: string;
}

/** Text without case and accents. */
export function folded(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}

/** Rows that a link name leads to from a row of an entity. */
export function follow(world: World, entity: string, row: Row, name: string): { entity: string; rows: Row[] } {
  for (const link of world.model.links) {
    const forward = link.from === entity && link.name === name;
    const reverse = link.to === entity && link.reverse === name;
    if (!forward && !reverse) continue;
    const target = forward ? link.to : link.from;
    const matches = (there: Row) =>
      link.on.every((pair) => {
        const mine = row[forward ? pair.from : pair.to];
        return mine !== null && mine !== undefined && mine === there[forward ? pair.to : pair.from];
      });
    return { entity: target, rows: (world.data[target] ?? []).filter(matches) };
  }
  throw new Error(`no link ${name} from ${entity}`);
}

/** Every row a path leads to, once per way there. */
export function reach(world: World, entity: string, row: Row, path: readonly string[]): { entity: string; rows: Row[] } {
  let here = { entity, rows: [row] };
  for (const name of path) {
    const steps = here.rows.map((r) => follow(world, here.entity, r, name));
    const target = steps[0]?.entity ?? targetOf(world, here.entity, name);
    here = { entity: target, rows: steps.flatMap((s) => s.rows) };
  }
  return here;
}

function targetOf(world: World, entity: string, name: string): string {
  const link = world.model.links.find((l) => (l.from === entity && l.name === name) || (l.to === entity && l.reverse === name));
  if (!link) throw new Error(`no link ${name} from ${entity}`);
  return link.from === entity && link.name === name ? link.to : link.from;
}
