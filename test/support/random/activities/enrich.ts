import type { Addition } from '../../../../core/model/activity';
import type { People } from '../../evaluator/people';
import { freshName } from '../column-names';
import { type Making, namesIn, overRows } from '../making';
import { anyPath, attributesOf, singlePath } from '../paths';
import { randomAggregate, randomOrder, randomRule } from '../rules';

export const enrich = overRows((m, { people }) => {
  const taken = new Set([...namesIn(people), ...people.columns.map((column) => column.name)]);
  const additions = m.c.list(1, 3, () => addition(m, people, taken)).filter((a) => a !== undefined);
  return additions.length === 0 ? undefined : { id: m.id, type: 'enrich', additions };
});

function addition(m: Making, people: People, taken: Set<string>): Addition | undefined {
  const { c, s } = m;
  return c.of<Addition | undefined>(
    () => {
      const walk = singlePath(c, people.dimension);
      const attribute = c.one(attributesOf(walk.entity));
      const as = freshName(c, attribute.type, taken);
      return as === undefined ? undefined : { kind: 'attribute', path: walk.path, attribute: attribute.name, as };
    },
    () => {
      const { type, ...made } = randomAggregate(c, s, people.dimension, 1);
      const as = freshName(c, type, taken);
      return as === undefined ? undefined : { kind: 'aggregate', ...made, as };
    },
    () => {
      const walk = anyPath(c, people.dimension);
      const as = freshName(c, 'list', taken);
      if (as === undefined) return undefined;
      return {
        kind: 'collect',
        path: walk.path,
        attributes: c.some(attributesOf(walk.entity), 1, 2).map((a) => a.name),
        count: c.int(1, 3),
        order: randomOrder(c, walk.entity, [], 0),
        ...c.perhaps(35, () => ({ where: randomRule(c, s, walk.entity, 0) })),
        as,
      };
    },
  );
}
