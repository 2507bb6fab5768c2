import { entityOf } from '../evaluator/columns';
import { ends } from '../evaluator/rows';
import type { Choose } from './choose';
import { randomModel } from './model';

export interface Walk {
  path: string[];
  entity: string;
  single: boolean;
  back: boolean;
}

function namesFrom(entity: string): string[] {
  return randomModel.links.flatMap((l) => [...(l.from === entity ? [l.name] : []), ...(l.to === entity ? [l.reverse] : [])]);
}

/** Every path of so many links. */
function pathsFrom(entity: string, min: number, max: number): Walk[] {
  const longer = (walk: Walk): Walk[] =>
    walk.path.length >= max ? [walk] : [walk, ...namesFrom(walk.entity).flatMap((name) => longer(walked(entity, [...walk.path, name])))];
  return longer(walked(entity, [])).filter((w) => w.path.length >= min);
}

function walked(entity: string, path: string[]): Walk {
  return { path, ...ends(randomModel, entity, path) };
}

/** Every path of up to two links that reaches at most one row. */
export function singlePaths(entity: string): Walk[] {
  return pathsFrom(entity, 0, 2).filter((w) => w.single);
}

/** A path that reaches at most one row, often none at all. */
export function singlePath(c: Choose, entity: string): Walk {
  return c.chance(60) ? walked(entity, []) : c.one(singlePaths(entity));
}

/** A path of one or two links, seldom three. */
export function anyPath(c: Choose, entity: string): Walk {
  return c.one(pathsFrom(entity, 1, c.chance(10) ? 3 : c.int(1, 2)));
}

export function pathTo(c: Choose, entity: string, target: string, single = false): Walk | undefined {
  const found = pathsFrom(entity, 0, 3).filter((w) => w.entity === target && (w.single || !single));
  const short = found.filter((w) => w.path.length <= 2);
  return found.length === 0 ? undefined : c.one(short.length > 0 && c.chance(90) ? short : found);
}

export function anyEntity(c: Choose): string {
  return c.one(['customers', 'customers', 'customers', 'orders', 'orders', 'lines', 'lines', ...randomModel.entities.map((e) => e.name)]);
}

export function attributesOf(entity: string) {
  return entityOf(randomModel, entity).attributes;
}
