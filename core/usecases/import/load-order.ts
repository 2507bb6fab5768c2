import type { Entity } from '../../model/entity';
import type { Context } from '../context';
import { recipeOf } from '../recipe-of';
import { entitiesRead } from '../sql/query-state';

/** Names of the entities that the recipe of an entity reads. */
export function readBy(ctx: Context, entity: Entity): string[] {
  const recipe = recipeOf(ctx, entity);
  return recipe?.kind === 'query' ? entitiesRead(ctx, entity, recipe) : [];
}

/** The same entities, each after those that its query reads, be it through others; else in the order they came. */
export function inLoadOrder(ctx: Context, entities: readonly Entity[]): Entity[] {
  const ordered = new Set<string>();
  const visited = new Set<string>();
  const visit = (entity: Entity | undefined) => {
    if (!entity || visited.has(entity.name)) return;
    visited.add(entity.name);
    for (const name of readBy(ctx, entity)) visit(ctx.store.read('entity', name));
    ordered.add(entity.name);
  };
  for (const entity of entities) visit(entity);
  return [...ordered].flatMap((name) => entities.find((e) => e.name === name) ?? []);
}
