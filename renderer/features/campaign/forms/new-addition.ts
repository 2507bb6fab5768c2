import type { Addition } from '../../../../core/model/activity';
import type { DataModel } from '../../../../core/model/entity';
import { freshColumn } from '../../../state/fresh-id';
import { entityNamed, pathsFrom } from '../../../state/reach';
import { orderingAttribute } from '../rules/new-part';

/** A column to add, with settings to begin with; undefined where the data have none of its kind. */
export function newAddition(kind: Addition['kind'], model: DataModel, entity: string, taken: readonly string[]): Addition | undefined {
  const { attributes = [], key = [] } = entityNamed(model, entity) ?? {};
  switch (kind) {
    case 'attribute': {
      const free = attributes.find((a) => !key.includes(a.name) && !taken.includes(a.name)) ?? attributes[0];
      return free && { kind, attribute: free.name, as: freshColumn(`${free.name}_2`, taken) };
    }
    case 'aggregate': {
      const path = pathsFrom(model, entity, 1, false)[0]?.path;
      return path && { kind, path, function: 'count', as: freshColumn(`${path.join('_')}_count`, taken) };
    }
    case 'collect': {
      const many = pathsFrom(model, entity, 3, false).find((p) => p.many);
      return many && collectAlong(model, many, taken);
    }
  }
}

/** Related rows along a path: the newest three, with what says most of them. */
export function collectAlong(
  model: DataModel,
  { path, entity }: { path: string[]; entity: string },
  taken: readonly string[],
): Extract<Addition, { kind: 'collect' }> | undefined {
  const attributes = entityNamed(model, entity)?.attributes ?? [];
  const by = orderingAttribute(attributes);
  if (by === undefined) return undefined;
  return {
    kind: 'collect',
    path,
    attributes: [by],
    count: 3,
    order: [{ attribute: by, direction: 'descending' }],
    as: freshColumn(path.join('_'), taken),
  };
}
