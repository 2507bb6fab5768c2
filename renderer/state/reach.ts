import type { DataModel, Entity, Link } from '../../core/model/entity';

/** One step from an entity over a link. `many`: a row may reach several rows. */
export interface Step {
  name: string;
  to: string;
  many: boolean;
  link: Link;
}

export function entityNamed(model: DataModel, name: string | undefined): Entity | undefined {
  return model.entities.find((entity) => entity.name === name);
}

/** Every step that can be taken from an entity, forward and reverse. */
export function stepsFrom(model: DataModel, entity: string): Step[] {
  return model.links.flatMap((link) => {
    const steps: Step[] = [];
    if (link.from === entity) steps.push({ name: link.name, to: link.to, many: false, link });
    if (link.to === entity) steps.push({ name: link.reverse, to: link.from, many: link.cardinality === 'N-1', link });
    return steps;
  });
}

/** Walks a path from an entity; undefined when a step does not exist. */
export function walk(model: DataModel, entity: string, path: readonly string[] = []): { entity: string; many: boolean } | undefined {
  let here = entity;
  let many = false;
  for (const name of path) {
    const step = stepsFrom(model, here).find((s) => s.name === name);
    if (!step) return undefined;
    here = step.to;
    many ||= step.many;
  }
  return { entity: here, many };
}

/** Paths of at most `depth` steps from an entity that never come back to where they were. `single`: only to one row. */
export function pathsFrom(
  model: DataModel,
  entity: string,
  depth: number,
  single: boolean,
): { path: string[]; entity: string; many: boolean }[] {
  const found: { path: string[]; entity: string; many: boolean }[] = [];
  const visit = (here: string, path: string[], seen: string[], many: boolean) => {
    if (path.length === depth) return;
    for (const step of stepsFrom(model, here)) {
      if (seen.includes(step.to) || (single && step.many)) continue;
      const next = [...path, step.name];
      found.push({ path: next, entity: step.to, many: many || step.many });
      visit(step.to, next, [...seen, step.to], many || step.many);
    }
  };
  visit(entity, [], [entity], false);
  return found;
}
