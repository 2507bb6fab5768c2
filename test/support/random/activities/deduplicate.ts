import type { ActivityOf } from '../../../../core/model/activity';
import { entityOf } from '../../evaluator/columns';
import { common, namesIn, orderFor, over, plain } from '../making';
import { randomModel } from '../model';
import { attributesOf, singlePath } from '../paths';

export const deduplicate = over((m, input) => {
  const { c } = m;
  const { people } = input;
  const field = () => {
    if (plain(people).length > 0 && c.chance(30)) return { attribute: c.one(plain(people)).name };
    const walk = singlePath(c, people.dimension);
    return { ...(walk.path.length > 0 ? { path: walk.path } : {}), attribute: c.one(attributesOf(walk.entity)).name };
  };
  const attribute = c.one(namesIn(people));
  const texts = [...attributesOf(people.dimension), ...plain(people)].filter((a) => a.type === 'text').map((a) => a.name);
  const key = entityOf(randomModel, people.dimension).key;
  const mergeable = namesIn(people).filter((name) => !key.includes(name));
  const by = c.of<ActivityOf<'deduplicate'>['by']>(
    () => ({ kind: 'order', order: orderFor(m, input, 1) }),
    () => ({ kind: 'random' }),
    () => ({ kind: 'non-empty', attribute }),
    () =>
      texts.length > 0
        ? { kind: 'values', attribute: c.one(texts), values: c.some(['FR', 'fr', 'a', 'web', '', 'é'], 1, 3) }
        : { kind: 'random' as const },
  );
  return {
    ...common(m),
    type: 'deduplicate',
    fields: c.list(1, 2, field),
    keep: c.one([1, 1, 1, 2, 0]),
    by,
    ...(mergeable.length > 0 ? c.perhaps(40, () => ({ merge: c.some(mergeable, 1, 2) })) : {}),
  };
});
