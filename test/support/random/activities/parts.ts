import type { ActivityOf, Subset } from '../../../../core/model/activity';
import type { Choose } from '../choose';
import { common, orderFor, over, plain, ruleFor } from '../making';
import { attributesOf, singlePath } from '../paths';

export const split = over((m, input) => {
  const { c } = m;
  const coded = c.chance(50);
  const subsets = c.list(
    1,
    3,
    (i): Subset => ({
      id: `s${i + 1}`,
      ...(coded ? c.perhaps(75, () => ({ code: c.one(['A', 'B', "c'd"]) })) : {}),
      ...c.perhaps(60, () => ({ rule: ruleFor(m, input) })),
      ...c.perhaps(55, () => ({ limit: limit(c) })),
      ...c.perhaps(50, () => ({ order: orderFor(m, input, 0) })),
      ...c.perhaps(25, () => ({ skip: c.int(0, 2) })),
      ...c.perhaps(5, () => ({ stopWhenEmpty: true })),
    }),
  );
  return { ...common(m), type: 'split', subsets, ...c.perhaps(35, () => ({ overlap: true })) };
});

function limit(c: Choose): NonNullable<Subset['limit']> {
  if (c.chance(50)) return { kind: 'count', count: c.int(0, 4) };
  return { kind: 'percent', percent: c.one(percents), of: c.one(['left', 'input'] as const) };
}

export const sample = over((m, input) => {
  const { c } = m;
  const size = c.chance(50) ? { kind: 'count' as const, count: c.int(0, 5) } : { kind: 'percent' as const, percent: c.one(percents) };
  const byAttribute = () => {
    if (plain(input.people).length > 0 && c.chance(30)) return { attribute: c.one(plain(input.people)).name };
    const walk = singlePath(c, input.people.dimension);
    return { path: walk.path, attribute: c.one(attributesOf(walk.entity)).name };
  };
  const method = c.of<ActivityOf<'sample'>['method']>(
    () => ({ kind: 'first', order: orderFor(m, input, 0), size }),
    () => ({ kind: 'random', size }),
    () => ({ kind: 'every', every: c.int(1, 3), offset: c.int(1, 4), order: orderFor(m, input, 0) }),
    () => ({ kind: 'stratified', ...byAttribute(), size }),
  );
  return { ...common(m), type: 'sample', method };
});

const percents = [0, 12.5, 33.333333, 50, 100, 10, 75];
