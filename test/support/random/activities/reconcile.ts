import type { ActivityOf } from '../../../../core/model/activity';
import type { Column } from '../../evaluator/columns';
import { common, over, typedNamesIn } from '../making';
import { anyEntity, attributesOf } from '../paths';
import { randomOrder, randomRule } from '../rules';

export const reconcile = over((m, { people }) => {
  const { c, s } = m;
  const entity = anyEntity(c);
  const pairs = typedNamesIn(people).flatMap((a) =>
    attributesOf(entity).flatMap((b) => (a.type === b.type ? [{ column: a.name, attribute: b.name, type: a.type }] : [])),
  );
  if (pairs.length === 0) return undefined;
  const normaliser = (type: Column['type']) => (type === 'text' ? c.one(['none', 'text', 'email', 'phone'] as const) : 'none');
  const several = c.of<ActivityOf<'reconcile'>['several']>(
    () => ({ kind: 'reject' }),
    () => ({ kind: 'first', order: randomOrder(c, entity, [], 0) }),
    () => ({ kind: 'all' }),
  );
  return {
    ...common(m),
    type: 'reconcile',
    entity,
    on: c.some(pairs, 1, c.chance(80) ? 1 : 2).map(({ type, ...pair }) => ({ ...pair, normaliser: normaliser(type) })),
    ...c.perhaps(30, () => ({ where: randomRule(c, s, entity, 0) })),
    several,
    ...(several.kind === 'all' ? {} : c.perhaps(40, () => ({ keepUnmatched: true }))),
  };
});
