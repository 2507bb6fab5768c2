import type { Column } from '../../evaluator/columns';
import type { People } from '../../evaluator/people';
import { common, type Making, overRows } from '../making';
import { anyPath } from '../paths';
import { randomOrder } from '../rules';

export const changeDimension = overRows((m, { people }) => {
  const walk = anyPath(m.c, people.dimension);
  const columns = m.c.perhaps(60, () => ({ columns: m.c.some(people.columns, 0, 3).map((column) => collapse(m, people, column)) }));
  return { ...common(m), type: 'change-dimension', path: walk.path, ...columns };
});

function collapse({ c }: Making, people: People, column: Column) {
  const numeric = column.type === 'integer' || column.type === 'decimal' || column.type === 'number';
  const kinds = [
    'first',
    'count',
    ...(column.type === 'list' ? [] : (['min', 'max', 'list'] as const)),
    ...(numeric ? (['sum'] as const) : []),
  ] as const;
  return {
    column: column.name,
    keep: c.one(kinds),
    ...c.perhaps(60, () => ({ order: randomOrder(c, people.dimension, people.columns, 1) })),
  };
}
