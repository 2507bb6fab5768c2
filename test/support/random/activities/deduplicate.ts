import type { ActivityOf } from '../../../../core/model/activity';
import type { DataType } from '../../../../core/model/entity';
import { entityOf } from '../../evaluator/columns';
import { anyValue } from '../data';
import { common, type Making, namesIn, orderFor, over, plain, typedNamesIn } from '../making';
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
  const named = c.one(typedNamesIn(people));
  const key = entityOf(randomModel, people.dimension).key;
  const mergeable = namesIn(people).filter((name) => !key.includes(name));
  const by = c.of<ActivityOf<'deduplicate'>['by']>(
    () => ({ kind: 'order', order: orderFor(m, input, 1) }),
    () => ({ kind: 'random' }),
    () => ({ kind: 'non-empty', attribute }),
    () => ({ kind: 'values', attribute: named.name, values: c.list(1, 3, () => valueOf(m, named.type)) }),
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

function valueOf({ c, s }: Making, type: DataType): string | number | boolean {
  if (type === 'text') return c.one(['FR', 'fr', 'a', 'web', '', 'é']);
  return type === 'decimal' ? c.one(['0', '9.99', '10.5']) : anyValue(c, type, s);
}
